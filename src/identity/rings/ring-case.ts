import type { Source, SourceId } from '../../model/index.ts'
import type { AccountFlags, Raised, RingFlag } from '../flags/index.ts'
import { noTime, type Platform, type StatedField, statedFields } from '../platform/platform.ts'
import { type RingAnswer, toRingAnswers, type ValueAnswer } from './answer.ts'
import type { RingPast } from './past.ts'
import type { Ring, Rings } from './rings.ts'

/** When and where an account of a ring was seen with a value; times to the minute, null where unknown. */
export type SeenWith = {
  readonly account: string
  readonly first_seen: string | null
  readonly last_seen: string | null
  readonly source: SourceId
  /** Row from 1 of the file, or line of JSON lines. */
  readonly row: number
}

/** How the accounts that hold a value state one field, pair by pair. */
export type HoldersState = {
  readonly field: StatedField
  readonly agree: number
  readonly conflict: number
}

/** A shared value with what those of the ring who hold it state, and when each was seen with it. */
export type CaseValue = Omit<ValueAnswer, 'rows'> & {
  readonly stated: readonly HoldersState[]
  /** In order of time: who had it first. */
  readonly seen: readonly SeenWith[]
}

/** A flag at accounts of a ring, each row with the file that it stands in. */
export type CaseFlag = Omit<RingFlag, 'seen'> & {
  readonly seen: readonly (Omit<Raised, 'source'> & { readonly source: SourceId })[]
}

/** A ring with all that a person needs to decide about it. */
export type RingCase = Omit<RingAnswer, 'values' | 'flags' | 'was'> &
  RingPast & {
    readonly values: readonly CaseValue[]
    readonly flags: readonly CaseFlag[]
  }

/** What stands beside rings: how each came to be, and flags of accounts where somebody looked. */
type Beside = {
  readonly pastOf: (ring: Ring) => RingPast
  readonly flags: AccountFlags | undefined
}

/** The rings that were found, strongest first, each with all that a case shows of it. */
export function* toRingCases(
  found: Rings,
  sources: readonly Source[],
  { pastOf, flags: looked }: Beside,
): Generator<RingCase> {
  const { platform } = found.ground
  const rings = found.rings.values()
  for (const { values, flags, ...answer } of toRingAnswers(found, looked)) {
    const ring = rings.next().value as Ring
    const members = new Set(ring.accounts)
    yield {
      ...answer,
      ...pastOf(ring),
      values: values.map(({ rows: _rows, ...value }, i) => {
        const places = placesOf(platform, members, ring.values[i]?.value as number)
        return {
          ...value,
          stated: statedBy(platform, places),
          seen: places.map((at) => toSeen(platform, sources, at)),
        }
      }),
      flags: flags.map((flag) => ({
        ...flag,
        seen: flag.seen.map((row) => ({ ...row, source: fileOf(sources, row.source) })),
      })),
    }
  }
}

const fileOf = (sources: readonly Source[], number: number): SourceId =>
  sources[number]?.id as SourceId

/** The sightings of a value by members, in order of time, then of accounts. */
const placesOf = (
  { sightings }: Platform,
  members: ReadonlySet<number>,
  value: number,
): readonly number[] => {
  const { start, account, first, last } = sightings
  const [from, to] = [start[value] as number, start[value + 1] as number]
  return Array.from({ length: to - from }, (_, i) => from + i)
    .filter((at) => members.has(account[at] as number))
    .sort(
      (a, b) =>
        (first[a] as number) - (first[b] as number) ||
        (last[a] as number) - (last[b] as number) ||
        a - b,
    )
}

const statedBy = (
  { stated, sightings }: Platform,
  places: readonly number[],
): readonly HoldersState[] => {
  const holders = places.map((at) => sightings.account[at] as number)
  return statedFields
    .map((field) => {
      let [agree, conflict] = [0, 0]
      holders.forEach((a, i) => {
        for (const b of holders.slice(i + 1))
          if (stated[field].agree(a, b)) agree++
          else if (stated[field].conflict(a, b)) conflict++
      })
      return { field, agree, conflict }
    })
    .filter(({ agree, conflict }) => agree + conflict > 0)
}

const toSeen = (
  { accounts, sightings }: Platform,
  sources: readonly Source[],
  at: number,
): SeenWith => ({
  account: accounts[sightings.account[at] as number] as string,
  first_seen: toTime(sightings.first[at] as number),
  last_seen: toTime(sightings.last[at] as number),
  source: fileOf(sources, sightings.source[at] as number),
  row: sightings.row[at] as number,
})

const toTime = (minutes: number): string | null =>
  minutes === noTime ? null : `${new Date(minutes * 60_000).toISOString().slice(0, 16)}Z`
