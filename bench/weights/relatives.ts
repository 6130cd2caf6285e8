import type { Entry } from './entry.ts'
import { koreanNames, meetKorean } from './korean.ts'

/** How often two people share one of two given syllables, and how much of it is kinship. */
export type Relatives = {
  /** Pairs that share one, of pairs of one family name and of others. */
  readonly family: readonly [shared: number, of: number]
  readonly none: readonly [shared: number, of: number]
  /** Share of all pairs that share family name and syllable beyond chance, and the most that it may be. */
  readonly share: number
  readonly most: number
}

/** One side of 95 in 100 of a normal error. */
const side = 1.645

/**
 * Pairs of Koreans of one list: sharing one given syllable is chance among those of different families;
 * what those of one family have beyond it is kinship, or a name given after a model.
 */
export const countRelatives = (people: readonly Entry[]): Relatives => {
  const koreans = people.filter((entry) => koreanNames(entry).length > 0)
  const counts = { same: [0, 0], other: [0, 0] } as Record<'same' | 'other', [number, number]>
  for (const [k, left] of koreans.entries())
    for (const right of koreans.slice(k + 1)) {
      if (left.listed.list !== right.listed.list || left.group === right.group) continue
      const met = meetKorean(left, right)
      if (met?.given.length !== 2 || met.given.includes('missing')) continue
      const count = counts[met.surname[0] === 'same' ? 'same' : 'other']
      count[1]++
      if (met.given.filter((each) => each === 'same').length === 1) count[0]++
    }
  const { same: family, other: none } = counts
  const [near, chance] = [family[0] / family[1], none[0] / none[1]]
  const error = Math.sqrt((near * (1 - near)) / family[1])
  const families = family[1] / (family[1] + none[1])
  return {
    family,
    none,
    share: (near - chance) * families,
    most: (near - chance + side * error) * families,
  }
}
