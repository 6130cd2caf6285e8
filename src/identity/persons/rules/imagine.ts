import { fraction, mix } from './random.ts'

/** Pairs of records of one person that are imagined. */
export const imagined = 4_096

/**
 * How often two records of one person agree in a value, and where they do not, in an atom of it that is
 * made to survive slips. Set low on purpose: keys are then chosen for records with many errors, and
 * clean ones are found all the more.
 */
const reliability = { value: 0.4, atom: 0.4 } as const

/** What keys are chosen for: whether a record states an atom, and which field an atom is of. */
export type Stated = {
  readonly count: number
  readonly atoms: readonly { readonly field: number; readonly isWhole: boolean }[]
  readonly states: (record: number, atom: number) => boolean
}

/** For each atom the imagined pairs that agree in it, a bit each. */
export const imaginePairs = (
  { count, atoms, states }: Stated,
  agrees: (field: number) => number = () => reliability.value,
): readonly Uint32Array[] =>
  atoms.map(({ field, isWhole }, atom) => {
    const bits = new Uint32Array(imagined / 32)
    for (let pair = 0; pair < imagined; pair++) {
      const [one, other] = [mix(pair, 1) % count, mix(pair, 2) % count]
      if (!states(one, atom) || !states(other, atom)) continue
      const same = fraction(pair, 100 + field) < agrees(field)
      if (same || (!isWhole && fraction(pair, 1_000 + atom) < reliability.atom))
        bits[pair >>> 5] = (bits[pair >>> 5] as number) | (1 << (pair & 31))
    }
    return bits
  })

export const countBits = (words: Uint32Array): number => {
  let count = 0
  for (let word of words) {
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}
