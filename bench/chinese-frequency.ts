/**
 * Makes `data/chinese-frequency.json`: `npm run bench -- chinese-frequency UNIHAN_FOLDER LISTS_FOLDER`.
 * Family names by rank; given syllables two parts of three from the characters of given names in
 * `data/chinese-names.json`, one part from the names of Chinese persons on the OFAC and UN lists.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import names from '../data/chinese-names.json' with { type: 'json' }
import { loadLists } from '../src/lists/index.ts'
import { pinyinReadings, pinyinSurname } from '../src/names/han/index.ts'
import { toListed } from '../src/screening/index.ts'

const [unihan = '', lists = ''] = process.argv.slice(2)

type Shares = Map<string, number>
const add = (shares: Shares, key: string, share: number): void => {
  shares.set(key, (shares.get(key) ?? 0) + share)
}
const normal = (shares: Shares): Shares => {
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  return new Map([...shares].map(([key, share]) => [key, share / total]))
}

/**
 * Share of the family name of a rank, between the ranks whose numbers of bearers the reports of 2007,
 * 2019 and 2020 give (in per cent of 1.41 thousand million), drawn straight on logarithmic scales.
 */
const anchors: readonly (readonly [rank: number, percent: number])[] = [
  [1, 7.25],
  [2, 7.19],
  [3, 6.83],
  [4, 5.2],
  [5, 4.33],
  [10, 1.5],
  [22, 0.74],
  [91, 0.195],
  [97, 0.185],
  [600, 0.01],
]
const percentOf = (rank: number): number => {
  const after = Math.max(
    1,
    anchors.findIndex(([each]) => each >= rank),
  )
  const [[x0, y0], [x1, y1]] = [anchors[after - 1], anchors[after]] as [
    readonly [number, number],
    readonly [number, number],
  ]
  const part = Math.log(rank / x0) / Math.log(x1 / x0)
  return Math.exp(Math.log(y0) + part * Math.log(y1 / y0))
}

const surnameOf = new Map(
  [...(names.surnames + names.others)].map((char, at) => [char, percentOf(at + 1) / 100]),
)
const surnames: Shares = new Map()
for (const [char, share] of surnameOf)
  for (const [pinyin, part] of pinyinSurname(char)) add(surnames, pinyin, share * part)
const thousands = 1_410_000
const compounds: Shares = new Map()
for (const [name, bearers] of Object.entries(names.compounds))
  for (const [pinyin, part] of pinyinSurname(name))
    add(compounds, pinyin, (bearers / thousands) * part)

const rows = (name: string, field: string): Map<string, string> =>
  new Map(
    readFileSync(join(unihan, `Unihan_${name}.txt`), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([code, each]) => each === field && code?.startsWith('U+'))
      .map(([code = '', , value = '']) => [
        String.fromCodePoint(Number.parseInt(code.slice(2), 16)),
        value,
      ]),
  )

/** Characters of the first level of GB 2312 (rows 16 to 55), the common ones. */
const common = [...rows('OtherMappings', 'kGB0')]
  .filter(([, cell]) => Number(cell) < 5600)
  .map(([char]) => char)

const listedMass = 0.85
const flatRanks = 25
const givenOf: Shares = new Map()
const listed = [...names.given].map((char, at) => [char, 1 / (at + flatRanks)] as const)
for (const [char, share] of normal(new Map(listed))) add(givenOf, char, share * listedMass)
for (const char of common) add(givenOf, char, (1 - listedMass) / common.length)
const characters: Shares = new Map()
for (const [char, share] of givenOf)
  for (const [pinyin, part] of pinyinReadings(char)) add(characters, pinyin, share * part)

/** Names of Chinese persons on the lists: a family name and one or two syllables of pinyin. */
const syllables = [...new Set([...surnames.keys(), ...characters.keys()])]
const isSyllable = new Set(syllables)
const splitPinyin = (word: string): string[] => {
  const pattern = new RegExp(`^(${syllables.join('|')})(${syllables.join('|')})?$`)
  const [, first = '', second] = pattern.exec(word) ?? []
  return second === undefined ? [first] : [first, second]
}
const counted = { first: new Map<string, number>(), second: new Map<string, number>() }
let persons = 0
const count = (tokens: readonly string[]): boolean => {
  const [a = '', ...rest] = tokens
  const given = rest.length === 1 ? splitPinyin(rest[0] as string) : rest
  if (!surnames.has(a) || given.length > 2 || !given.every((each) => isSyllable.has(each)))
    return false
  given.forEach((syllable, at) => {
    add(at === 0 ? counted.first : counted.second, syllable, 1)
  })
  return true
}
for (const folder of ['un', 'ofac'])
  for (const { id, entities } of (await loadLists(join(lists, folder))).lists)
    for (const entity of entities) {
      const { profile } = toListed(id, entity)
      const isChinese = entity.statements.some(
        ({ prop, value }) =>
          ['nationality', 'citizenship', 'country', 'birthPlace'].includes(prop) &&
          /^(cn|tw|hk)$|China|Taiwan|Hong Kong/i.test(value),
      )
      if (profile.schema !== 'Person' || !isChinese) continue
      const read = profile.names.some(({ name: { tokens } }) => {
        const latin = tokens.filter((token) => /^[a-z]+$/.test(token))
        if (latin.length !== tokens.length || tokens.length > 3 || tokens.length < 2) return false
        return count(latin) || count([latin.at(-1) as string, ...latin.slice(0, -1)])
      })
      if (read) persons++
    }

const fromLists = 1 / 3
const smoothing = 150
const mix = (counts: Shares): Shares => {
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0)
  const mixed: Shares = new Map()
  const part = fromLists * (total / (total + smoothing)) * 1.5
  for (const [key, share] of characters) add(mixed, key, share * (1 - part))
  for (const [key, each] of counts) add(mixed, key, (each / total) * part)
  return normal(mixed)
}

/** For each Cantonese syllable, the pinyin of the characters that have it, with their share of names. */
const cantonese = rows('Readings', 'kCantonese')
const bySound = (
  shares: ReadonlyMap<string, number>,
  read: (char: string) => readonly (readonly [string, number])[],
): Record<string, Record<string, number>> => {
  const sounds = new Map<string, Shares>()
  for (const [char, share] of shares) {
    const sound = cantonese.get(char)?.split(' ')[0]?.replace(/\d/, '')
    if (sound === undefined) continue
    const meant = sounds.get(sound) ?? new Map<string, number>()
    for (const [pinyin, part] of read(char)) add(meant, pinyin, share * part)
    sounds.set(sound, meant)
  }
  return Object.fromEntries(
    [...sounds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sound, meant]) => [sound, print(likely(meant))]),
  )
}
const leastOfSound = 0.02
const likely = (meant: Shares): Shares => {
  const total = [...meant.values()].reduce((sum, share) => sum + share, 0)
  return new Map([...meant].filter(([, share]) => share >= total * leastOfSound))
}
const rounded = (share: number): number => Number(share.toPrecision(3))
const print = (shares: Shares): Record<string, number> =>
  Object.fromEntries(
    [...shares]
      .filter(([, share]) => share >= 4e-7)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([key, share]) => [key, rounded(share)]),
  )

writeFileSync(
  'data/chinese-frequency.json',
  `${JSON.stringify(
    {
      about: `Shares of Chinese family names and of the syllables of given names, in pinyin without tones (ü as v). Made by bench/chinese-frequency.ts. Family names by rank of data/chinese-names.json, between the numbers of bearers that the reports on names of the Ministry of Public Security of China give. Given syllables from the characters of that table and the first level of GB 2312, mixed with the names of ${persons} Chinese persons on the OFAC and UN lists (counts only). cantonese: for each Cantonese syllable (jyutping without tone) the pinyin of the characters that have it, with their share of names; readings from Unihan 15.0 (Unicode licence, see NOTICE; modified).`,
      source:
        'Ministry of Public Security of China, reports on names; OFAC SDN and consolidated lists, UN consolidated list; Unihan 15.0.0 kCantonese, kMandarin, kGB0',
      date: '2026-11-24',
      surnames: print(surnames),
      compounds: print(compounds),
      first: print(mix(counted.first)),
      second: print(mix(counted.second)),
      cantonese: {
        surname: bySound(surnameOf, pinyinSurname),
        given: bySound(givenOf, pinyinReadings),
      },
    },
    null,
    2,
  )}\n`,
)
console.log(persons, 'persons', syllables.length, 'syllables')
