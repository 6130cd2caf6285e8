import anyAscii from 'any-ascii'
import type { Dice } from '../dice.ts'
import { drawFrom, fillUrn, pick, type Urn } from './draw.ts'
import type { MadeRow } from './made.ts'
import { remember } from './skeleton.ts'
import { readTable } from './tables.ts'
import { toWade } from './wade-giles.ts'

const urn = (table: string): Urn<string> => {
  const rows = readTable(table)
  const { sums } = fillUrn(rows, ({ count_or_share }) => Number(count_or_share || 0))
  return { items: rows.map(({ name }) => name ?? ''), sums }
}

const pinyin: (character: string) => string = remember((character) =>
  anyAscii(character).toLowerCase(),
)
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

type Name = { readonly family: string; readonly given: readonly string[] }

const prints: Readonly<Record<string, (name: Name, roll: Dice) => string>> = {
  han: ({ family, given }) => family + given.join(''),
  pinyin: ({ family, given }, roll) =>
    `${capital(pinyin(family))} ${capital(given.map(pinyin).join(pick(['', ' ', '-'], roll)))}`,
  wade: ({ family, given }, roll) =>
    [family, given[0] ?? '']
      .map((each) => capital(toWade(pinyin(each))))
      .concat(given.slice(1).map((each) => toWade(pinyin(each))))
      .join(' ')
      .replace(/ (?=\S+$)/, given.length > 1 ? pick(['-', ' '], roll) : ' '),
}

/** Letters that both systems leave of a name: equal ones cannot be told apart. */
const sound = ({ family, given }: Name): string =>
  [family, ...given].map((each) => toWade(pinyin(each))).join(' ')

/** Rows of made Chinese names: characters, pinyin and Wade–Giles without its apostrophes. */
export const chineseRows = (): MadeRow[] => {
  const [families, characters] = [urn('zh_family.tsv'), urn('zh_given_char.tsv')]
  const drawGiven = (roll: Dice): string[] =>
    Array.from({ length: roll(10) === 0 ? 1 : 2 }, () => drawFrom(characters, roll))
  const other = ({ given }: Name, roll: Dice): string[] => {
    const at = roll(given.length)
    if (roll(4) === 0) return drawGiven(roll)
    return given.map((each, i) => (i === at ? drawFrom(characters, roll) : each))
  }
  const rows: [string, string, string][] = [
    ['made-chinese-hani-latn', 'han', 'pinyin'],
    ['made-chinese-hani-wade', 'han', 'wade'],
    ['made-chinese-latn-wade', 'pinyin', 'wade'],
  ]
  return rows.map(([row, a, b]) => ({
    row,
    from: [a, b],
    draw: (roll, same) => {
      const name = { family: drawFrom(families, roll), given: drawGiven(roll) }
      const second = same ? name : { family: name.family, given: other(name, roll) }
      const [left, right] = [prints[a]?.(name, roll) ?? '', prints[b]?.(second, roll) ?? '']
      const known = same ? left === right : sound(name) === sound(second)
      return known ? undefined : { key: name.given.join(''), left, right }
    },
  }))
}
