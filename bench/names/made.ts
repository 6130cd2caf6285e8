import { type Dice, dice } from '../dice.ts'
import { chineseRows } from './made-chinese.ts'
import { russianRows } from './made-russian.ts'
import { shipRows } from './made-ships.ts'
import { typingRows } from './made-typing.ts'
import { vietnameseRows } from './made-vietnamese.ts'
import { worldRows } from './made-world.ts'
import {
  bothHalves,
  type Half,
  halfOf,
  type Labelled,
  type RowPairs,
  type Wanted,
} from './pairs.ts'
import type { Party } from './party.ts'

/** Two forms of one drawn name, or of two that differ, and what the half is decided by. */
export type Drawn = { readonly key: string; readonly left: string; readonly right: string }

/** A row of made names. `undefined` where letters do not part the two, or the forms are equal. */
export type MadeRow = {
  readonly row: string
  readonly from: readonly [string, string]
  readonly draw: (roll: Dice, same: boolean) => Drawn | undefined
}

/** Pairs wanted for each row and half. */
const positives = 1_000
const negatives = 24_000

const fill = ({ row, from, draw }: MadeRow, half: Half): RowPairs => {
  const roll = dice(half.length * 100 + row.length)
  const pairs: Labelled[] = []
  let homonyms = 0
  for (const [same, wanted] of [
    [true, positives],
    [false, positives + negatives],
  ] as const)
    for (let tries = 0; pairs.length < wanted && tries < 4 * wanted; tries++) {
      const drawn = draw(roll, same)
      if (!drawn) homonyms += Number(!same)
      else if (halfOf(drawn.key) === half)
        pairs.push({ left: drawn.left, right: drawn.right, schema: 'Person', same, from })
    }
  return { row, half, pairs, apart: 0, homonyms }
}

/** Made names of several languages in two systems each, names mistyped, and names of listed ships as written. */
export const madePairs = (
  parties: readonly Party[],
  { halves = bothHalves, wanted = () => true }: Wanted = {},
): RowPairs[] =>
  halves.flatMap((half) =>
    [chineseRows, russianRows, shipRows, typingRows, vietnameseRows, worldRows]
      .flatMap((rows) => rows(parties))
      .filter(({ row }) => wanted(row))
      .map((row) => fill(row, half)),
  )
