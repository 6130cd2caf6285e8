import anyAscii from 'any-ascii'
import type { Dice } from '../dice.ts'
import { pick } from './draw.ts'
import { isCyrillicOf, kanaGiven, kontsevich, plainN, russianFamily } from './korean-abroad.ts'
import { type KoreanName, readingsOf } from './korean-people.ts'
import { pressFamily, pressGiven } from './korean-press.ts'
import { printPart, type Style } from './korean-print.ts'
import { koreanDistance } from './korean-rule.ts'
import { readTable } from './tables.ts'

/** A way in which Korean names are written, and whether a text in it may stand for a name. */
export type System = {
  readonly id: string
  readonly script: 'hang' | 'latn' | 'hani' | 'cyrl' | 'jpan' | 'pinyin'
  readonly print: (name: KoreanName, roll: Dice) => string
  readonly couldBe: (text: string, name: KoreanName) => boolean
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const bare = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f']/g, '')
const southern = (name: KoreanName): string => name.family.south + name.given

const readsAs = (text: string, name: KoreanName): boolean =>
  koreanDistance(text, southern(name)) === 0

const dprk: Style = { consonants: 'dprk2012', vowels: 'dprk-list', inside: 'voiced', between: ' ' }
const ics: Style = { consonants: 'ics630', vowels: 'ics630', inside: 'apart', between: '-' }
const mr: Style = { consonants: 'mr', vowels: 'mr', inside: 'joined', between: '' }
const rr: Style = { consonants: 'rr', vowels: 'rr', inside: 'apart', between: '' }

const family = (name: KoreanName, style: Style): string =>
  capital(printPart(name.family.north, { ...style, inside: 'apart', between: '' }))

const pinyinOf = (hanja: string): string => anyAscii(hanja).toLowerCase()

/** Readings of all characters that have a pinyin syllable. */
const byPinyin = new Map<string, Set<string>>()
for (const { char } of readTable('tables', 'ko_hanja_readings.tsv')) {
  const known = byPinyin.get(pinyinOf(char ?? '')) ?? new Set()
  for (const reading of readingsOf(char ?? '')) known.add(reading)
  byPinyin.set(pinyinOf(char ?? ''), known)
}

const isPinyinOf = (text: string, name: KoreanName): boolean => {
  let rest = [bare(text.slice(text.indexOf(' ') + 1)).toLowerCase()]
  for (const syllable of name.given)
    rest = rest.flatMap((left) =>
      [1, 2, 3, 4, 5, 6].flatMap((length) =>
        length <= left.length && byPinyin.get(left.slice(0, length))?.has(syllable)
          ? [left.slice(length)]
          : [],
      ),
    )
  return rest.includes('')
}

const latin = (id: string, print: System['print']): System => ({
  id,
  script: 'latn',
  print,
  couldBe: readsAs,
})

/** All systems, each written as the lists and papers that use it do. */
export const systems: readonly System[] = [
  {
    id: 'south',
    script: 'hang',
    print: southern,
    couldBe: (text, name) => text === southern(name),
  },
  {
    id: 'north',
    script: 'hang',
    print: (name) => name.family.north + name.given,
    couldBe: (text, name) => text === name.family.north + name.given,
  },
  latin('dprk', (name, roll) =>
    [
      family(name, dprk),
      printPart(name.given, { ...dprk, inside: pick(['voiced', 'apart'], roll) })
        .split(' ')
        .map(capital)
        .join(pick([' ', '-'], roll)),
    ].join(' '),
  ),
  latin('form', (name) =>
    `${family(name, dprk)}, ${printPart(name.given, { ...dprk, between: '' })}`.toUpperCase(),
  ),
  latin('mr', (name) => `${family(name, mr)} ${capital(printPart(name.given, mr))}`),
  latin('mr-bare', (name) =>
    bare(
      `${family(name, mr)} ${capital(printPart(name.given, { ...mr, inside: 'voiced', between: '-' }))}`,
    ),
  ),
  latin('ics', (name) => `${family(name, ics)} ${capital(printPart(name.given, ics))}`),
  latin('rr', (name, roll) =>
    [
      pick(
        [name.family.press.split(' ')[0] ?? '', capital(printPart(name.family.south, rr))],
        roll,
      ),
      capital(printPart(name.given, { ...rr, between: pick(['', '-'], roll) })),
    ].join(' '),
  ),
  latin('press', (name, roll) => {
    const given = pressGiven(name.given, roll)
    return `${pressFamily(name, roll)} ${capital(given.join(pick(['-', '', '-'], roll)))}`
  }),
  latin('abroad', (name, roll) => {
    const given = pressGiven(name.given, roll).map(capital)
    return `${given.join(pick([' ', '-'], roll))} ${pressFamily(name, roll)}`
  }),
  {
    id: 'hanja',
    script: 'hani',
    print: ({ hanja }) => hanja,
    couldBe: (text, name) =>
      [...text.slice(name.family.hanja.length)].length === [...name.given].length &&
      [...text.slice(name.family.hanja.length)].every((character, i) =>
        readingsOf(character).includes([...name.given][i] ?? ''),
      ),
  },
  {
    id: 'kontsevich',
    script: 'cyrl',
    print: (name, roll) =>
      `${russianFamily(name, roll)} ${plainN(capital(printPart(name.given, kontsevich('joined', ''))))}`,
    couldBe: isCyrillicOf,
  },
  {
    id: 'russian-press',
    script: 'cyrl',
    print: (name, roll) => {
      const given = printPart(name.given, kontsevich('voiced', ' ')).split(' ').map(capital)
      const text = plainN(`${russianFamily(name, roll)} ${given.join(' ')}`)
      return roll(2) === 0 ? text.replace(/ё/g, 'е').replace(/Ё/g, 'Е') : text
    },
    couldBe: isCyrillicOf,
  },
  {
    id: 'katakana',
    script: 'jpan',
    print: (name) => `${name.family.katakana}・${kanaGiven(name.given)}`,
    couldBe: (text, name) => text.endsWith(`・${kanaGiven(name.given)}`),
  },
  {
    id: 'pinyin',
    script: 'pinyin',
    print: ({ family: { pinyin }, hanja }) =>
      `${pinyin} ${capital(pinyinOf([...hanja].slice([...hanja].length > 3 ? 2 : 1).join('')))}`,
    couldBe: isPinyinOf,
  },
]
