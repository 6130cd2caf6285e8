import type { Choice, Reading } from './reading.ts'

/** Syllables that are less likely than this open no key. */
const leastKeyed = 0.02

const keyed = (choice: Choice | undefined): readonly number[] =>
  choice?.syllables.filter(
    (_, i) => i < choice.main && (i === 0 || (choice.shares[i] as number) >= leastKeyed),
  ) ?? []

const familyAndGiven = 0
const bothGiven = 1
/** Above the ids of all syllables and surnames of a language. */
const idRange = 2 ** 14

const key = (kind: number, a: number, b: number): number => (kind * idRange + a) * idRange + b

/**
 * Keys by which readings of one language meet: the family name with each given syllable, and given
 * syllables by twos. Two names that share none have at most one syllable of three in common.
 */
export const latticeKeys = ({ paths }: Reading): readonly number[] => {
  const keys = new Set<number>()
  for (const { surname, given, share } of paths) {
    if (share < leastKeyed) continue
    for (const choice of given)
      for (const s of keyed(choice))
        for (const f of keyed(surname)) keys.add(key(familyAndGiven, f, s))
    for (let k = 1; k < given.length; k++)
      for (const s of keyed(given[k - 1]))
        for (const t of keyed(given[k])) keys.add(key(bothGiven, s, t))
  }
  return [...keys]
}
