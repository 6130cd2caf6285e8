import { type Dice, dice } from '../dice.ts'
import { pick } from './draw.ts'
import { type System, systems } from './korean-forms.ts'
import { anyGiven, drawKorean, type KoreanName, nearGiven, withGiven } from './korean-people.ts'
import { koreanDistance } from './korean-rule.ts'
import {
  bothHalves,
  type Half,
  halfOf,
  type Labelled,
  type RowPairs,
  type Wanted,
} from './pairs.ts'

/** Pairs wanted for each row and half. */
const positives = 1_000
const negatives = 24_000

/** Scripts of a row; `pinyin` is Latin, by way of Chinese. */
const rows: readonly (readonly [System['script'], System['script']])[] = [
  ['latn', 'latn'],
  ['hang', 'hang'],
  ['hang', 'latn'],
  ['hang', 'hani'],
  ['hani', 'latn'],
  ['cyrl', 'latn'],
  ['cyrl', 'hang'],
  ['cyrl', 'hani'],
  ['cyrl', 'jpan'],
  ['hang', 'jpan'],
  ['jpan', 'latn'],
  ['hani', 'jpan'],
  ['latn', 'pinyin'],
  ['hang', 'pinyin'],
]

/** Two systems of a row; two Latin ones differ. */
const drawSystems = (scripts: readonly [string, string], roll: Dice): [System, System] => {
  const [lefts, rights] = scripts.map((script) => systems.filter((each) => each.script === script))
  const left = pick(lefts as System[], roll)
  const others = (rights as System[]).filter((each) => each !== left)
  return [left, pick(others, roll)]
}

/** The other name of a negative: one syllable differs, or all of the given name; at times the family. */
const otherName = (name: KoreanName, roll: Dice): KoreanName => {
  const kind = roll(20)
  if (kind === 0) return drawKorean(roll)
  return withGiven(name, kind < 14 ? nearGiven(name.given, roll) : anyGiven(roll), roll)
}

const drawOfHalf = (half: Half, _roll: Dice, draw: () => KoreanName): KoreanName => {
  let name = draw()
  for (let k = 0; k < 40 && halfOf(name.given) !== half; k++) name = draw()
  return name
}

const makeRow = (scripts: (typeof rows)[number], row: string, half: Half): RowPairs => {
  const roll = dice(half.length * 1000 + row.length)
  const pairs: Labelled[] = []
  let homonyms = 0
  const add = (a: KoreanName, b: KoreanName, same: boolean): void => {
    const [x, y] = drawSystems(scripts, roll)
    const [left, right] = [x.print(a, roll), y.print(b, roll)]
    const isOne = (): boolean =>
      x.couldBe(left, b) || y.couldBe(right, a) || koreanDistance(left, right) === 0
    if (same ? left === right : isOne()) homonyms += Number(!same)
    else pairs.push({ left, right, schema: 'Person', same, from: [x.id, y.id] })
  }
  for (let k = 0; k < positives; k++) {
    const name = drawOfHalf(half, roll, () => drawKorean(roll))
    add(name, name, true)
  }
  for (let k = 0; k < negatives; k++) {
    const name = drawOfHalf(half, roll, () => drawKorean(roll))
    const other = drawOfHalf(half, roll, () => otherName(name, roll))
    if (other.given !== name.given) add(name, other, false)
  }
  return { row, half, pairs, apart: 0, homonyms }
}

/** Made-up Korean names in two systems each, against names of the same family that differ. */
export const koreanPairs = ({
  halves = bothHalves,
  wanted = () => true,
}: Wanted = {}): RowPairs[] =>
  halves.flatMap((half) =>
    rows.flatMap((scripts) => {
      const row = `made-korean-${scripts.join('-')}`
      return wanted(row) ? [makeRow(scripts, row, half)] : []
    }),
  )
