/**
 * Makes `data/korean-frequency.json`: `npm run bench -- korean-frequency NAMES_FOLDER LISTS_FOLDER`.
 * Family names: census of the Republic of Korea, 2015, by Hanja, so that northern forms can be told.
 * Given syllables: half from births in the Republic of Korea 2008-2023, half from names of DPRK persons
 * (Wikidata and the UN list) read by the lattice as it stands: run again until little changes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import unihan from '../data/han-readings.json' with { type: 'json' }
import { loadLists } from '../src/lists/index.ts'
import { southern, toHangul, toSyllable } from '../src/names/hangul.ts'
import { readKorean } from '../src/names/korean/index.ts'

/** Share of given syllables that neither source has. */
const unseenShare = 0.1

const [names = '', lists = ''] = process.argv.slice(2)
const rows = (file: string): { name: string; count: number; part: string; source: string }[] =>
  readFileSync(join(names, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([name = '', , count = '', , part = '', , source = '']) => ({
      name,
      count: Number(count),
      part,
      source,
    }))

type Counts = Map<string, number>
const add = (counts: Counts, key: string, weight: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
const toShares = (counts: Counts): Counts => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...counts].map(([key, count]) => [key, count / total]))
}
const mix = (a: Counts, b: Counts): Counts => {
  const mixed: Counts = new Map()
  for (const counts of [toShares(a), toShares(b)])
    for (const [key, share] of counts) add(mixed, key, share / 2)
  return mixed
}

/** Northern forms of family names that the South writes without their first letter, by Hanja. */
const northern: Readonly<Record<string, string>> = {
  李: '리',
  林: '림',
  柳: '류',
  劉: '류',
  梁: '량',
  盧: '로',
  魯: '로',
  羅: '라',
  呂: '려',
  廉: '렴',
  陸: '륙',
  龍: '룡',
}
const surnames: Counts = new Map()
for (const { name, count } of rows('ko_family_hanja.tsv')) {
  const [, hangul = '', hanja = ''] = /^(.+?)\((.+)\)$/u.exec(name) ?? []
  add(surnames, northern[hanja] ?? hangul, count)
}
const compounds = [...surnames.keys()].filter((name) => name.length === 2)
for (const rare of ['독고', '동방', '망절', '어금'])
  if (!surnames.has(rare)) {
    compounds.push(rare)
    surnames.set(rare, 500)
  }

const births = { first: new Map() as Counts, second: new Map() as Counts }
for (const { name, count, part, source } of rows('ko_syllables.tsv'))
  if (source.startsWith('ROK-births'))
    add(part === 'syllable1' ? births.first : births.second, name, count)

/** The North writes a first syllable as the second one is written in the South too. */
const split = (counts: Counts): Counts => {
  const parted: Counts = new Map()
  for (const [written, count] of counts) {
    const twins = [...births.second.keys()].filter(
      (other) => other !== written && southern(toSyllable(other)) === toSyllable(written),
    )
    const own = births.second.get(written) ?? 0
    const all = twins.reduce((sum, twin) => sum + (births.second.get(twin) ?? 0), own)
    const fall = all === 0 ? 0 : 0.5 * ((all - own) / all)
    add(parted, written, count * (1 - fall))
    for (const twin of twins)
      add(parted, twin, (count * fall * (births.second.get(twin) ?? 0)) / Math.max(1, all - own))
  }
  return parted
}

const listed = { first: new Map() as Counts, second: new Map() as Counts }
/** Syllables that characters or born children have; letters could spell many more. */
const isBorne = (syllable: string): boolean =>
  syllable in unihan.korean || births.first.has(syllable) || births.second.has(syllable)

let [read, single] = [0, 0]
const learn = (name: string): void => {
  const reading = readKorean(name)
  if (!reading) return
  read++
  for (const { share, given } of reading.paths) {
    if (given.length === 1) single += share
    given.forEach((choice, k) => {
      choice.syllables.forEach((syllable, i) => {
        const weight = share * (choice.shares[i] as number)
        if (weight < 0.001 || !isBorne(toHangul(syllable))) return
        if (given.length === 1 || k === 0) add(listed.first, toHangul(syllable), weight)
        if (given.length === 1 || k > 0) add(listed.second, toHangul(syllable), weight)
      })
    })
  }
}
for (const { name, count, part } of rows('ko_dprk_wikidata.tsv'))
  if (part === 'given' && name.includes('-')) for (let k = 0; k < count; k++) learn(`Kim ${name}`)
const un = (await loadLists(lists)).lists.find(({ id }) => id === 'un')
for (const { schema, statements } of un?.entities ?? [])
  if (
    schema === 'Person' &&
    statements.some(({ prop, value }) => prop === 'nationality' && value === 'kp')
  )
    for (const { prop, value } of statements) if (prop === 'name') learn(value)

/** Every syllable that characters for names are read by is borne by someone, as often as it has characters. */
const characters: Counts = new Map(
  Object.entries(unihan.korean).map(([syllable, all]) => [syllable, [...all].length]),
)
const smoothed = (counts: Counts): Counts => {
  const whole = toShares(counts)
  for (const [syllable, share] of toShares(characters)) add(whole, syllable, share * unseenShare)
  return whole
}

const print = (counts: Counts): Record<string, number> =>
  Object.fromEntries(
    [...toShares(counts)]
      .filter(([, share]) => share >= 2e-5)
      .sort(([a, s], [b, t]) => t - s || (a < b ? -1 : 1))
      .map(([key, share]) => [key, Number(share.toPrecision(3))]),
  )
const table = {
  about:
    'How common Korean family names and given syllables are, in northern forms, as shares. Given syllables: half from births, half from names of persons of the DPRK read by the lattice (see bench/korean-frequency.ts).',
  source: `Statistics Korea, census of 2015 (KOSIS DT_1IN15SD); Supreme Court family register, births 2008-2023; Wikidata (CC0) and the UN list ${un?.version ?? ''}: counts only`,
  date: '2026-11-24',
  // Four in 551 of the names read; many more of the persons listed, so the safer figure.
  singleGiven: 0.07,
  compounds,
  surnames: print(surnames),
  first: print(
    smoothed(mix(split(births.first), listed.first.size > 0 ? listed.first : births.first)),
  ),
  second: print(
    smoothed(mix(births.second, listed.second.size > 0 ? listed.second : births.second)),
  ),
}
writeFileSync('data/korean-frequency.json', `${JSON.stringify(table, null, 1)}\n`)
console.log(
  `${read} names of the DPRK read, ${(single / read).toFixed(3)} of them with one given syllable`,
)
