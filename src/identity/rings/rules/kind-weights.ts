import type { Millibits } from '../../../model/index.ts'
import { againBits, type Rival, rivals, tableBits, weighedKinds } from './weights.ts'

/** What shared values say by their kind. */
export type KindWeights = {
  /** Millibits of one value that two unrelated accounts share. */
  chance(kind: string): Millibits
  /**
   * Millibits of a shared value against a rival: of the one that most have in common, or of another of
   * its channel, which rivals seldom have. A kind that the table lacks says nothing.
   */
  against(rival: Rival, kind: string, common: boolean): Millibits
  /** Weights with one mark are the same. */
  readonly mark: string
}

/** By how many millibits a weight of the table is moved. */
export type Move = (rival: Rival, kind: string) => Millibits

type Against = { readonly common: Millibits; readonly again: Millibits }

/** The weights of the table, each moved by what decided cases say; by nothing where none are given. */
export const toKindWeights = (move: Move = () => 0): KindWeights => {
  const bits = new Map<Rival, ReadonlyMap<string, Against>>(
    rivals.map((rival) => [
      rival,
      new Map(
        weighedKinds.map((kind): [string, Against] => {
          const common = tableBits(rival, kind) + move(rival, kind)
          return [kind, { common, again: common + againBits(rival, kind) }]
        }),
      ),
    ]),
  )
  const against: KindWeights['against'] = (rival, kind, common) => {
    const of = bits.get(rival)?.get(kind)
    return (common ? of?.common : of?.again) ?? 0
  }
  return {
    chance: (kind) => against('chance', kind, true),
    against,
    mark: JSON.stringify(rivals.map((rival) => weighedKinds.map((kind) => move(rival, kind)))),
  }
}

/** The weights of the table as they stand. */
export const tableWeights: KindWeights = toKindWeights()
