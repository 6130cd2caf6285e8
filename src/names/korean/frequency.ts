import table from '../../../data/korean-frequency.json' with { type: 'json' }
import { syllableCount, toHangul, toSyllable } from '../hangul.ts'
import type { Position } from '../lattice/index.ts'

/** Family names of two syllables have ids after those of all syllables. */
const compounds: readonly string[] = table.compounds

/** Share of a syllable or family name that no count has seen. */
const unseen = 2e-6

const count = (shares: Readonly<Record<string, number>>, size: number): Float64Array => {
  const counted = new Float64Array(size).fill(unseen)
  for (const [name, share] of Object.entries(shares)) {
    const id = surnameId(name)
    counted[id] = Math.max(counted[id] as number, share)
  }
  return counted
}

/** Id of a family name in its northern form: its syllable, or the number of a name of two; -1 for none. */
const surnameId = (name: string): number => {
  if (name.length === 1) return toSyllable(name)
  const compound = compounds.indexOf(name)
  return compound < 0 ? -1 : syllableCount + compound
}

export const surnameSyllables = (id: number): readonly number[] =>
  id < syllableCount ? [id] : [...(compounds[id - syllableCount] as string)].map(toSyllable)

/** Ids of the family names of two syllables. */
export const compoundNames: readonly number[] = compounds.map((_, k) => syllableCount + k)

/** Family names of two syllables whose syllables are these, -1 for none. */
export const compoundOf = (first: number, second: number): number =>
  surnameId(toHangul(first) + toHangul(second))

/** Share of given names that have one syllable, which two names seldom both do by chance. */
const singleGiven: number = table.singleGiven

const first = count(table.first, syllableCount)
const second = count(table.second, syllableCount)

/** How common each syllable is in a position, in northern forms. */
export const shares: Readonly<Record<Position, Float64Array>> = {
  surname: count(table.surnames, syllableCount + compounds.length),
  first,
  second,
  single: first.map((share, s) => (singleGiven * (share + (second[s] as number))) / 2),
}

/** Whether a syllable that a family name may be spelled by heads real family names. */
export const isSurname = (id: number): boolean => (shares.surname[id] as number) > unseen
