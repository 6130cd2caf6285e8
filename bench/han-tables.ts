/**
 * Makes `data/han-readings.json` from the Unihan database: `npm run bench -- han-tables FOLDER`, where
 * the folder holds `Unihan_Readings.txt`, `Unihan_Variants.txt` and `Unihan_OtherMappings.txt` (Debian
 * ships them packed: `bunzip2 -k` them first). The table goes to standard output.
 */
import { readFileSync } from 'node:fs'
import { toNorthern } from '../src/names/han/north.ts'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Name the folder of the Unihan files: npm run bench -- han-tables FOLDER')
  process.exit(2)
}

type Field = ReadonlyMap<string, string>
const fields = new Map<string, Map<string, string>>()
let version = ''
let date = ''
for (const name of ['Readings', 'Variants', 'OtherMappings']) {
  for (const line of readFileSync(`${folder}/Unihan_${name}.txt`, 'utf8').split('\n')) {
    version = /^# Unicode version: (\S+)/.exec(line)?.[1] ?? version
    date = /^# Date: (\S+)/.exec(line)?.[1] ?? date
    const [code, field, value] = line.split('\t')
    if (code === undefined || field === undefined || value === undefined) continue
    const column = fields.get(field) ?? new Map<string, string>()
    column.set(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), value)
    fields.set(field, column)
  }
}
const field = (name: string): Field => fields.get(name) ?? new Map()
const words = (name: string, char: string): string[] =>
  (field(name).get(char) ?? '').split(' ').filter((word) => word !== '')
/** `U+5E7F<kMatthews` to the character. */
const characters = (text: string): string[] =>
  [...text.matchAll(/U\+([0-9A-F]+)/g)].map(([, code]) =>
    String.fromCodePoint(Number.parseInt(code as string, 16)),
  )
const variants = (name: string, char: string): string[] =>
  characters(field(name).get(char) ?? '').filter((other) => other !== char)

const isCompatibility = (char: string): boolean => char.normalize('NFC') !== char

/** Characters that names are met in: those of the national sets, and the other forms of them. */
const common = new Set(
  ['kHangul', 'kGB0', 'kHanyuPinlu', 'kJoyoKanji', 'kJinmeiyoKanji'].flatMap((name) => [
    ...field(name).keys(),
  ]),
)
for (const char of [...common])
  for (const name of ['kTraditionalVariant', 'kSimplifiedVariant'])
    for (const other of variants(name, char)) common.add(other)
const universe = [...common].filter((char) => !isCompatibility(char)).sort()

/** Readings by character: main ones first, then those that are also met. */
type Tiers = { readonly main: readonly string[]; readonly also: readonly string[] }

const korean = (char: string): Tiers => {
  const flagged = words('kHangul', char).map((each) => each.split(':') as [string, string])
  const flags = new Map<string, string>()
  const all = flagged.map(([syllable]) => syllable)
  for (const [syllable, flag] of flagged) {
    const north = toNorthern(syllable, all)
    flags.set(north, (flags.get(north) ?? '') + flag)
  }
  const listed = [...flags].filter(([, flag]) => /[EN]/.test(flag)).map(([syllable]) => syllable)
  if (listed.length === 0) return { main: [...flags.keys()], also: [] }
  return { main: listed, also: [...flags.keys()].filter((each) => !listed.includes(each)) }
}

const tones = /[\u0300\u0301\u0304\u030c]/g
const toneless = (syllable: string): string =>
  syllable.normalize('NFD').replace(tones, '').normalize('NFC').replace('ü', 'v').toLowerCase()

const pinyin = (char: string): Tiers => {
  const [mainland, ...others] = words('kMandarin', char).map(toneless)
  const counted = words('kHanyuPinlu', char)
    .map((each) => /^([^(]+)\((\d+)\)$/.exec(each))
    .map((match) => [toneless(match?.[1] ?? ''), Number(match?.[2])] as const)
  const total = counted.reduce((sum, [, count]) => sum + count, 0)
  const often = counted.filter(([, count]) => count > 0.25 * total).map(([syllable]) => syllable)
  const main = [...new Set([...(mainland ? [mainland] : []), ...often])]
  const dictionary = words('kXHC1983', char).flatMap((each) =>
    (each.split(':')[1] ?? '').split(',').map(toneless),
  )
  const also = new Set([...others, ...counted.map(([syllable]) => syllable), ...dictionary])
  return { main, also: [...also].filter((each) => each !== '' && !main.includes(each)) }
}

/** Japanese readings are kept for the characters that a Japanese name may be written in. */
const isJapanese = (char: string): boolean =>
  ['kJoyoKanji', 'kJinmeiyoKanji', 'kIBMJapan'].some((name) => field(name).has(char)) ||
  folds.has(char)
const lower = (name: string, char: string): string[] => [
  ...new Set(words(name, char).map((word) => word.toLowerCase())),
]

const byReading = (list: (char: string) => readonly string[]): Record<string, string> => {
  const table = new Map<string, string>()
  for (const char of universe)
    for (const reading of list(char)) table.set(reading, (table.get(reading) ?? '') + char)
  return Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const isSimplified = (char: string): boolean => field('kGB0').has(char)
const japaneseForms = new Map<string, string[]>()
const linkForms = (old: string, present: string): void => {
  japaneseForms.set(old, [...(japaneseForms.get(old) ?? []), present])
  japaneseForms.set(present, [...(japaneseForms.get(present) ?? []), old])
}
for (const name of ['kJoyoKanji', 'kJinmeiyoKanji'])
  for (const [char, value] of field(name))
    for (const other of characters(value)) linkForms(char, other)

const sharesReading = (a: string, b: string): boolean =>
  [korean, pinyin].some((readings) => readings(a).main.some((r) => readings(b).main.includes(r)))

/** The simplified form: the standard set stays, the rest goes by the nearest variant that is in it. */
const simplified = (char: string): string | undefined => {
  if (isSimplified(char)) return undefined
  const near = [
    ...variants('kSimplifiedVariant', char),
    ...(japaneseForms.get(char) ?? []),
    ...variants('kZVariant', char),
    ...variants('kSemanticVariant', char).filter((other) => sharesReading(char, other)),
  ]
  const direct = near.find(isSimplified)
  if (direct !== undefined) return direct
  return near.flatMap((other) => variants('kSimplifiedVariant', other)).find(isSimplified)
}

const folds = new Map<string, string>()
for (const char of universe) {
  const other = simplified(char)
  if (other !== undefined) folds.set(char, other)
}

/** The Korean reading that each code point from U+F900 stands for; a space where it has none. */
const compatibility = Array.from({ length: 0xfa0c - 0xf900 }, (_, at) => {
  const reading = words('kHangul', String.fromCodePoint(0xf900 + at))[0]
  return reading?.split(':')[0] ?? ' '
}).join('')

const table = {
  about:
    'Readings of Han characters, each a syllable and the characters that have it. korean: Sino-Korean in the northern spelling (where kHangul has both, the southern twin is left out), main readings are those of the school and name lists (or all, where none is listed), koreanAlso the others; school: characters of the Korean school list; unnamed: those with a reading that are on neither list. pinyin: Mandarin without tone, ü as v, the first reading and those of a quarter of its uses; pinyinAlso the others. on and kun: Japanese, for the characters of Japanese lists. fold: a character, then its simplified form. compatibility: the Korean reading that each code point from U+F900 stands for.',
  source: `Unihan ${version} (${date}): kHangul, kMandarin, kHanyuPinlu, kXHC1983, kJapaneseOn, kJapaneseKun, kSimplifiedVariant, kTraditionalVariant, kZVariant, kSemanticVariant, kGB0, kJoyoKanji, kJinmeiyoKanji. Made by bench/han-tables.ts.`,
  licence:
    'Copyright © 1991-2022 Unicode, Inc. Distributed under the Terms of Use in https://www.unicode.org/copyright.html (Unicode License Agreement - Data Files and Software); modified: selected, inverted and without tones.',
  date: '2026-11-24',
  korean: byReading((char) => korean(char).main),
  koreanAlso: byReading((char) => korean(char).also),
  school: universe.filter((char) => /E/.test(field('kHangul').get(char) ?? '')).join(''),
  unnamed: universe
    .filter((char) => field('kHangul').has(char) && !/[EN]/.test(field('kHangul').get(char) ?? ''))
    .join(''),
  pinyin: byReading((char) => pinyin(char).main),
  pinyinAlso: byReading((char) => pinyin(char).also),
  on: byReading((char) => (isJapanese(char) ? lower('kJapaneseOn', char) : [])),
  kun: byReading((char) => (isJapanese(char) ? lower('kJapaneseKun', char) : [])),
  fold: [...folds].map(([char, other]) => char + other).join(''),
  compatibility,
}
console.log(JSON.stringify(table, null, 2))
