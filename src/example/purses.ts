import { openPayee } from './later.ts'
import type { PlantedRing } from './rings.ts'
import type { Society } from './society.ts'

/** Where the money of a ring goes first when it leaves the ring's wallets. */
export type Exit = 'exchange' | 'mixer' | 'bridge'

/** What a ring keeps for all its personas: wallets on the way, where they end, and who takes a cut. */
export type Purse = {
  readonly mules: readonly number[]
  readonly collector: number
  readonly deposit: number
  readonly cuts: readonly number[]
}

/** How the money of a ring ends. */
export type Ending = {
  readonly exit: Exit
  /** Whether a part is for somebody who is on a list. */
  readonly pays: boolean
  /** Wallets behind a mixer, and where they end. */
  readonly behind: { readonly wallets: readonly number[]; readonly deposit: number }
  /** The bank account to which exchanges pay out, and the person whose name it has. */
  readonly payee: { readonly iban: number; readonly given: number; readonly family: number }
}

/** The careless use two wallets on the way all the time, the strict very many. */
export const openPurse = (society: Society, { care }: PlantedRing): Purse => {
  const many = (count: number): readonly number[] =>
    Array.from({ length: count }, () => society.fresh())
  const [mules, cuts] = [many(2 * 4 ** care), many(2)]
  return { mules, cuts, collector: society.fresh(), deposit: society.fresh() }
}

/** From this level of care on money is hidden before it is cashed. */
const hides = 2

/**
 * Rings that take care use a mixer and a bridge in turn, the others an exchange at once; the largest of
 * these pays somebody on a list. The payee is a helper who lends his name, or has none of the ring's.
 */
export const openEndings = (society: Society, rings: readonly PlantedRing[]): readonly Ending[] => {
  let hidden = 0
  const exits = rings.map(({ care }): Exit => {
    if (care < hides) return 'exchange'
    return hidden++ % 2 === 0 ? 'mixer' : 'bridge'
  })
  const paying = rings
    .filter((_, place) => exits[place] === 'exchange')
    .reduce<PlantedRing | undefined>(
      (largest, ring) =>
        largest && largest.members.length >= ring.members.length ? largest : ring,
      undefined,
    )
  return rings.map((ring, place) => {
    const owner = society.fresh()
    return {
      exit: exits[place] as Exit,
      pays: ring === paying,
      behind: {
        wallets: Array.from({ length: 2 ** ring.care }, () => society.fresh()),
        deposit: society.fresh(),
      },
      payee: { iban: openPayee(society, ring, place), given: owner, family: owner },
    }
  })
}
