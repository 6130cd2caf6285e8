import type { Dice } from '../dice.ts'

/** Draws from weighted things: the heavier, the more often. */
export type Urn<T> = { readonly items: readonly T[]; readonly sums: Float64Array }

export const fillUrn = <T>(items: readonly T[], weigh: (item: T) => number): Urn<T> => {
  let sum = 0
  return { items, sums: Float64Array.from(items, (item) => (sum += Math.max(0, weigh(item)))) }
}

/** A fine die: two throws, because one has 32 bits only for small numbers of sides. */
export const drawFrom = <T>({ items, sums }: Urn<T>, roll: Dice): T => {
  const at = (roll(1 << 24) / (1 << 24)) * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] as number) > at) high = middle
    else low = middle + 1
  }
  return items[low] as T
}

/** The first of several spellings with a share in percent, else the next with it, and so on. */
export const drawHabit = <T>(spellings: readonly T[], roll: Dice, share = 60): T => {
  let at = 0
  while (at < spellings.length - 1 && roll(100) >= share) at++
  return spellings[at] as T
}

export const pick = <T>(items: readonly T[], roll: Dice): T => items[roll(items.length)] as T
