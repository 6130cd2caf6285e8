import { type Instant, type Source, sha256, sourceId, toSpan } from '../model/index.ts'
import { countMarks } from './count.ts'
import { explainDamage } from './damage.ts'
import type { Claimed } from './inspect.ts'
import type { Edition, ListReader } from './reader.ts'

/** An edition of a list that lies in a folder, before anybody has read it. */
export type Offer = Edition & {
  readonly reader: ListReader
  /** Its date, else `sha256:` and the first 12 digits. */
  readonly version: string
  /** Entries, counted by their marks. */
  readonly entries: number
  /** Entries that the edition says it holds. */
  readonly declared: number | undefined
  /** What made it impossible to count the entries. */
  readonly damage: string | undefined
  /** Of the file; of the hashes of its files where there are several. */
  readonly sha256: string
}

/** Day of a date, as lists are named by it. */
export const dayOf = (date: Instant): string => date.slice(0, 10)

const versionOf = (date: Instant | null, sha: string): string =>
  date === null ? `sha256:${sha.slice(0, 12)}` : dayOf(date)

/** Undated before dated, then by last day that the date can mean, then by the time of day. */
export const compareDates = (a: Instant | null, b: Instant | null): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  const days = toSpan(dayOf(a)).last - toSpan(dayOf(b)).last
  if (days !== 0) return days
  return Number(a > b) - Number(a < b)
}

const newest = (dates: readonly (Instant | null)[]): Instant | null =>
  dates.reduce((best, date) => (compareDates(date, best) > 0 ? date : best), null)

/**
 * Puts the files of each list and group together and counts their entries. `undated` is when files
 * without a date of their own were learned.
 */
export const toOffers = async (
  claimed: readonly Claimed[],
  undated: Instant | null,
): Promise<readonly Offer[]> => {
  const groups = new Map<string, Claimed[]>()
  for (const claim of claimed) {
    const { list, group } = claim.known
    const key = JSON.stringify([claim.reader.format, list, group])
    const same = groups.get(key)
    if (same) same.push(claim)
    else groups.set(key, [claim])
  }
  const offers: Offer[] = []
  for (const group of groups.values()) offers.push(await toOffer(group, undated))
  return offers
}

const toOffer = async (group: readonly Claimed[], undated: Instant | null): Promise<Offer> => {
  const { reader, known } = group[0] as Claimed
  const date = newest(group.map((claim) => claim.known.date))
  const files = []
  let entries = 0
  let damage: string | undefined
  for (const { file, known } of group) {
    const sha = await file.sha256()
    const source: Source = {
      id: sourceId(reader.format, sha),
      path: file.path,
      sha256: sha,
      kind: reader.format,
      bytes: file.bytes,
      learned: known.date ?? date ?? undated,
    }
    files.push({ file, source, part: known.part })
    try {
      entries += await countMarks(file, reader.marks[known.part] ?? [])
    } catch (cause) {
      damage = explainDamage(cause)
    }
  }
  const sha = combine(files.map(({ source }) => source.sha256))
  const told = group.flatMap((claim) => claim.known.declared ?? [])
  return {
    list: known.list,
    reader,
    date,
    files,
    entries,
    damage,
    declared: told.length > 0 ? told.reduce((sum, each) => sum + each) : undefined,
    sha256: sha,
    version: versionOf(date, sha),
  }
}

/** Hash of the hashes of a set, whatever the order of its files. */
const combine = (hashes: readonly string[]): string =>
  hashes.length === 1 ? (hashes[0] as string) : sha256([...hashes].sort().join('\n'))
