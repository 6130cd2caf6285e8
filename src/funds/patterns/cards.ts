import { scoreOf } from './rules/score.ts'
import { busy, depositRule, limits, type Pattern, patterns, withNumbers } from './rules/table.ts'

/** What a page says of a pattern; numbers stand in their places. */
export type PatternCard = Pick<
  Pattern,
  'id' | 'name' | 'says' | 'why' | 'strength' | 'source' | 'innocent' | 'clears'
> & {
  /** How many ordinary addresses show it, from each strength on, and who they are. */
  readonly ordinary: string
}

export const patternCards: readonly PatternCard[] = Object.values(patterns).map((pattern) => ({
  ...pattern,
  says: withNumbers(pattern.says, pattern.numbers),
  why: withNumbers(pattern.why, pattern.numbers),
  ordinary: `${pattern.ordinary
    .map(
      ({ at, shown, of }) =>
        `${shown} of ${of} at strength ${at} or more (so at most ${scoreOf(pattern.id, at).ordinary_per_million} in a million)`,
    )
    .join(', ')}; ${pattern.ordinary[0]?.among ?? 'nobody has counted'}.`,
}))

/** What a page says of how deposit addresses of services are told. */
export const depositCard: typeof depositRule = depositRule

/** Amounts from which payments are reported, each with its law. */
export const limitCards: readonly string[] = limits.map(
  ({ currency, amount, reported, law }) =>
    `${reported === 'above' ? 'more than' : 'from'} ${currency} ${amount}: ${law}`,
)

/** Transfers in one asset above which an address is the subject of no pattern. */
export const busyFrom: number = busy
