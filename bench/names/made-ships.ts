import type { Dice } from '../dice.ts'
import { pick } from './draw.ts'
import type { MadeRow } from './made.ts'
import type { Party } from './party.ts'
import { thingWords } from './words.ts'

type Ship = { readonly name: string; readonly group: number }

/** What is written before a ship's name. */
const prefixes = ['', 'M/V ', 'MV ', 'M.V. ', 'MT ', 'M/T ']
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** Words of a ship with numbers in digits: what must be alike in two ships of one name. */
const wordsOf = (name: string): readonly string[] =>
  thingWords(name.replace(/\bno\.? ?(?=\d)/i, ''))

const numbered = (name: string, roll: Dice): string =>
  name.replace(/ (\d{1,2})$/, (_, digits: string) => {
    const roman = romans[Number(digits) - 1]
    return pick([` ${digits}`, ` No. ${digits}`, `-${digits}`, ` ${roman ?? digits}`], roll)
  })

/** A ship's name as crews and registers write it: prefix, case, number, words joined or by hyphen. */
const print = (name: string, roll: Dice): string => {
  const spaced = numbered(name, roll)
  const joined =
    roll(4) === 0 ? spaced.replace(/(?<=\p{L}{2}) (?=\p{L}{2})/u, pick(['', '-'], roll)) : spaced
  return pick(prefixes, roll) + (roll(2) === 0 ? joined.toUpperCase() : joined)
}

/** Row of names of listed ships as they are also written, against other ships that share a word. */
export const shipRows = (parties: readonly Party[]): MadeRow[] => {
  const ships: Ship[] = parties
    .filter(({ kind }) => kind === 'vessel')
    .flatMap(({ names, group }) => names.map((name) => ({ name, group })))
    .filter(({ name }) => /^[\p{Script=Latin}\d .'-]{4,}$/u.test(name))
  const byWord = new Map<string, Ship[]>()
  for (const ship of ships)
    for (const word of new Set(wordsOf(ship.name)))
      byWord.set(word, [...(byWord.get(word) ?? []), ship])
  const otherOf = ({ name }: Ship, roll: Dice): Ship =>
    pick(roll(5) === 0 ? ships : (byWord.get(pick(wordsOf(name), roll)) ?? ships), roll)
  return [
    {
      row: 'made-ships-latn',
      from: ['listed', 'written'],
      draw: (roll, same) => {
        const ship = pick(ships, roll)
        const second = same ? ship : otherOf(ship, roll)
        const right = print(second.name, roll)
        const isOne =
          second.group === ship.group ||
          wordsOf(ship.name).join('') === wordsOf(second.name).join('')
        return (same ? right === ship.name : isOne)
          ? undefined
          : { key: ship.name, left: ship.name, right }
      },
    },
  ]
}
