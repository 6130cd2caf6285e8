import { type PatternId, patterns } from './table.ts'

/** How rare a pattern of some strength is among ordinary addresses. */
export type Score = {
  /** Of a million ordinary addresses at most so many show it this strongly (95 % sure); null where nobody has counted. */
  readonly ordinary_per_million: number | null
  readonly shown: number
  readonly of: number
  /** Who was looked at. */
  readonly among: string
}

/**
 * The score of a pattern, from the counts of the strongest level that it reaches. Where k of n were
 * seen, up to k + 3 + 1.65 √k of as many may be: a little above what a Poisson count leaves open.
 */
export const scoreOf = (pattern: PatternId, strength: number): Score => {
  const level = patterns[pattern].ordinary.filter(({ at }) => at <= strength).at(-1)
  if (!level) return { ordinary_per_million: null, shown: 0, of: 0, among: '' }
  const { shown, of, among } = level
  const most = Math.min(of, shown + 3 + 1.65 * Math.sqrt(shown))
  return { ordinary_per_million: Math.ceil((1_000_000 * most) / of), shown, of, among }
}
