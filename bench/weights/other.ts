import { information } from '../../src/names/index.ts'
import { dice } from '../dice.ts'
import type { Entry } from './entry.ts'

export type OtherPair = { readonly left: Entry; readonly right: Entry }

/** A token that two people share makes them people of like names from this many millibits on. */
const likeFrom = 6000

/** Most pairs that one token gives, so that no common token speaks for all. */
const mostOfToken = 200

/**
 * Two entries of one list are two people, as surely as the list says; what is told of them plays no
 * part in it. An entry listed twice shares a whole name with itself or a proof, and is left out.
 */
const areOther = (a: Entry, b: Entry): boolean =>
  a.listed.list === b.listed.list &&
  a.group !== b.group &&
  !a.wholes.some((whole) => b.wholes.includes(whole))

/** Pairs of different people who share a token of their names. */
export const likePairs = (people: readonly Entry[]): OtherPair[] => {
  const byToken = new Map<string, Set<Entry>>()
  for (const entry of people)
    for (const token of new Set(entry.wholes.flatMap((whole) => whole.split(' '))))
      if (information(token) >= likeFrom)
        byToken.set(token, (byToken.get(token) ?? new Set()).add(entry))
  const seen = new Set<string>()
  const pairs: OtherPair[] = []
  for (const set of byToken.values()) {
    const holders = [...set]
    const roll = dice(holders.length)
    for (let k = 0; k < Math.min(mostOfToken, holders.length ** 2); k++) {
      const [a, b] = [holders[roll(holders.length)], holders[roll(holders.length)]]
      if (!a || !b || !areOther(a, b)) continue
      const name = [a.id, b.id].sort().join(' ')
      if (seen.has(name)) continue
      seen.add(name)
      pairs.push({ left: a, right: b })
    }
  }
  return pairs
}

/** Pairs of different people drawn from one list at random. */
export const randomPairs = (people: readonly Entry[], wanted: number): OtherPair[] => {
  const roll = dice(people.length)
  const pairs: OtherPair[] = []
  while (pairs.length < wanted) {
    const [left, right] = [people[roll(people.length)], people[roll(people.length)]]
    if (left && right && areOther(left, right)) pairs.push({ left, right })
  }
  return pairs
}
