import { slipShares } from './weights.ts'

/** A text, and the chance that one slip of the hand makes another of it. */
export type Unslipped = readonly [right: string, chance: number]

/** About as many keys may be hit for another. */
const letters = 26

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1)

/** Chance that the longer text was made of the other by one letter too many. */
const addedChance = (right: string, written: string): number => {
  let at = 0
  while (at < right.length && right[at] === written[at]) at++
  if (right !== without(written, at)) return 0
  const isDouble = at > 0 && written[at] === written[at - 1]
  const extra = slipShares.extra / written.length / letters
  return isDouble ? extra + slipShares.doubled / right.length : extra
}

/** Chance that the shorter text was made of the other by a letter left out; of two alike either may be. */
const missedChance = (right: string, written: string): number => {
  let at = 0
  while (at < written.length && right[at] === written[at]) at++
  if (without(right, at) !== written) return 0
  const alike = right[at] === right[at - 1] ? 2 : 1
  return (alike * slipShares.missing) / right.length
}

/** Chance that one of two texts of one length was made of the other. */
const changedChance = (right: string, written: string): number => {
  let at = 0
  while (at < right.length && right[at] === written[at]) at++
  if (right.slice(at + 1) === written.slice(at + 1))
    return slipShares.wrong / right.length / (letters - 1)
  const isSwap =
    right[at] === written[at + 1] &&
    right[at + 1] === written[at] &&
    right.slice(at + 2) === written.slice(at + 2)
  return isSwap ? slipShares.swap / (right.length - 1) : 0
}

/**
 * Chance that a hand that means one text writes the other by one slip: a letter missing, wrong, one
 * too many, written twice, or two swapped; 0 where it takes more.
 */
export const slipChance = (right: string, written: string): number => {
  const { rate } = slipShares
  if (right === written) return 0
  if (right.length === written.length) return rate * changedChance(right, written)
  if (right.length + 1 === written.length) return rate * addedChance(right, written)
  return right.length === written.length + 1 ? rate * missedChance(right, written) : 0
}

/** Finds the texts of a list that are one slip away from another. */
export class Slips {
  /** Texts by themselves, and by what is left of them when a letter is taken out. */
  readonly #known = new Map<string, string[]>()

  constructor(texts: Iterable<string>) {
    for (const text of texts)
      for (const key of Slips.#keys(text)) {
        const known = this.#known.get(key)
        if (known) known.push(text)
        else this.#known.set(key, [text])
      }
  }

  static #keys(text: string): ReadonlySet<string> {
    return new Set([text, ...Array.from(text, (_, at) => without(text, at))])
  }

  /** Texts of the list of which one slip makes this one. */
  find(written: string): readonly Unslipped[] {
    const near = new Set([...Slips.#keys(written)].flatMap((key) => this.#known.get(key) ?? []))
    return [...near].flatMap((right): Unslipped[] => {
      const chance = slipChance(right, written)
      return chance > 0 ? [[right, chance]] : []
    })
  }
}
