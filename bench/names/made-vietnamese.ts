import type { Dice } from '../dice.ts'
import { drawFrom, fillUrn, pick, type Urn } from './draw.ts'
import { isSameOrPart } from './homonym.ts'
import type { MadeRow } from './made.ts'
import { plain } from './skeleton.ts'
import { readTable } from './tables.ts'

const urn = (part: string): Urn<string> => {
  const rows = readTable('vi.tsv').filter((row) => row.part === part)
  const { sums } = fillUrn(rows, ({ count_or_share }) => Number(count_or_share || 0))
  return { items: rows.map(({ name }) => name ?? ''), sums }
}

type Name = readonly [family: string, middle: string, given: string]

const bare = (word: string): string =>
  word
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

/** Without its marks, as forms and lists print it, in the orders and spacings that are in use. */
const printPlain = (name: Name, roll: Dice): string => {
  const [family, middle, given] = name.map(bare) as [string, string, string]
  return pick(
    [
      `${family} ${middle} ${given}`,
      `${family.toUpperCase()}, ${middle} ${given}`,
      `${given} ${middle} ${family}`,
      `${family} ${middle}${given.toLowerCase()}`,
      `${middle} ${given} ${family}`,
    ],
    roll,
  )
}

/** Row of Vietnamese names with all marks against forms without them. */
export const vietnameseRows = (): MadeRow[] => {
  let urns: [Urn<string>, Urn<string>, Urn<string>] | undefined
  return [
    {
      row: 'made-vietnamese-latn',
      from: ['marks', 'plain'],
      draw: (roll, same) => {
        urns ??= [urn('family'), urn('syllable1'), urn('given')]
        const [families, middles, givens] = urns
        const name: Name = [
          drawFrom(families, roll),
          drawFrom(middles, roll),
          drawFrom(givens, roll),
        ]
        const kind = roll(4)
        const second: Name = [
          name[0],
          kind === 0 ? drawFrom(middles, roll) : name[1],
          kind === 1 ? name[2] : drawFrom(givens, roll),
        ]
        const left = name.join(' ')
        const right = printPlain(same ? name : second, roll)
        const unclear = plain(left) === plain(second.join(' ')) || isSameOrPart(left, right)
        return (same ? left === right : unclear) ? undefined : { key: left, left, right }
      },
    },
  ]
}
