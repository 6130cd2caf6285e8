import { basename } from 'node:path'
import { type File, openFile } from '../formats/index.ts'
import { type Instant, partialDate } from '../model/index.ts'
import { explainDamage } from './damage.ts'
import type { ListId, ListReader, Recognised } from './reader.ts'

/** What became of one file of a folder, and why. */
export type Verdict = {
  readonly path: string
  /** Null where no reader, or more than one, claims the file. */
  readonly list: ListId | null
  readonly state: 'used' | 'older' | 'refused' | 'ignored'
  readonly why: string
}

/** A file that exactly one reader claims. */
export type Claimed = {
  readonly file: File
  readonly reader: ListReader
  readonly known: Recognised
}

/** Endings under which lists are published; any other file is no business of a list reader. */
const listNames = /\.(?:xml|csv|tsv|txt|json|jsonl|xlsx|ods)(?:\.gz)?$/i

/** Asks each reader whether the file is its own, by name and head. */
export const inspect = async (
  path: string,
  readers: readonly ListReader[],
): Promise<Claimed | Verdict> => {
  if (basename(path).startsWith('.'))
    return { path, list: null, state: 'ignored', why: 'a hidden file' }
  let file: File
  try {
    file = await openFile(path)
  } catch (cause) {
    return unclaimed(path, explainDamage(cause))
  }
  const claims = readers.flatMap((reader) => {
    const known = reader.recognise(file)
    return known
      ? [{ file, reader, known: { ...known, date: known.date ?? dateInName(file) } }]
      : []
  })
  const [claim, second] = claims
  if (!claim) return unclaimed(path, 'no reader knows this kind of file')
  if (!second) return claim
  const formats = claims.map(({ reader }) => reader.format).join(' and ')
  return { path, list: null, state: 'refused', why: `more than one reader claims it: ${formats}` }
}

const unclaimed = (path: string, why: string): Verdict =>
  listNames.test(path)
    ? { path, list: null, state: 'refused', why }
    : { path, list: null, state: 'ignored', why: 'not named like a list' }

/** `2026-02-27`, `20260227` or `2026-02` in a file's name. */
const dateInName = ({ name }: File): Instant | null => {
  const found = /(?<!\d)(20\d\d)([-_]?)(\d\d)(?:\2(\d\d))?(?!\d)/.exec(name)
  if (!found) return null
  const [, year, , month, day] = found
  return partialDate(Number(year), Number(month), Number(day ?? 0)) ?? null
}
