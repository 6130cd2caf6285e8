import { type Dice, dice } from '../dice.ts'
import { drawFrom, fillUrn, pick, type Urn } from './draw.ts'
import { readTable } from './tables.ts'

/** A made-up Korean name with all that its forms are printed from. */
export type KoreanName = {
  readonly family: Family
  /** One to three syllables in southern Hangul. */
  readonly given: string
  /** Characters that read as family and given name. */
  readonly hanja: string
}

type Family = Readonly<
  Record<'south' | 'north' | 'hanja' | 'press' | 'russian' | 'katakana' | 'pinyin', string>
>

/** Family names by bearers; the columns hold usual spellings, the most common first. */
const families: Urn<Family> = fillUrn(
  readTable('tables', 'ko_surnames.tsv')
    .filter(({ bearers_rok_2015, hanja }) => bearers_rok_2015 && hanja)
    .map((row) => ({
      south: row.south ?? '',
      north: row.north || (row.south ?? ''),
      hanja: row.hanja?.split(' ')[0] ?? '',
      press: row.press_and_passport || (row.dprk_list ?? ''),
      russian: row.russian ?? '',
      katakana: row.katakana ?? '',
      pinyin: row.pinyin?.split(/[ |]/)[0] ?? '',
      bearers: row.bearers_rok_2015 ?? '0',
    })),
  (family) => Number((family as Family & { bearers: string }).bearers),
)

/** Given names of people born before 1980 for the most part, and of children; a few of one syllable. */
const given = [
  ...readTable('ko_given_older.tsv').map((row) => ({ row, scale: 1 })),
  ...readTable('ko_given.tsv').map((row) => ({ row, scale: 1 / 2000 })),
]
  .map(({ row, scale }) => ({ name: row.name ?? '', weight: Number(row.count_or_share) * scale }))
  .filter(({ name }) => /^[가-힣]{1,2}$/.test(name))

/** Name characters by their readings, northern and southern. */
const characters = new Map<string, string[]>()
const readings = new Map<string, string[]>()

for (const row of readTable('tables', 'ko_hanja_readings.tsv')) {
  const sounds = [
    ...(row.readings_north ?? '').split('/'),
    ...(row.readings_south_only ?? '').split('/'),
  ]
  readings.set(row.char ?? '', sounds)
  if (row.name_list !== 'N' || row.origin !== 'own') continue
  for (const sound of sounds) {
    const known = characters.get(sound)
    if (known) known.push(row.char ?? '')
    else characters.set(sound, [row.char ?? ''])
  }
}

/** Every Sino-Korean reading of a character. */
export const readingsOf = (character: string): readonly string[] => readings.get(character) ?? []

const spellable = given.filter(({ name }) => [...name].every((each) => characters.has(each)))

/** Given names that characters can spell. */
const givenNames: readonly string[] = [...new Set(spellable.map(({ name }) => name))].sort()

const givenUrn = fillUrn(spellable, ({ weight }) => weight)

/** How often a character stands in Chinese given names, for want of a count of Korean ones. */
const uses = new Map<string, number>()
for (const { name, count_or_share } of readTable('zh_given_char.tsv'))
  uses.set(name ?? '', (uses.get(name ?? '') ?? 0) + Number(count_or_share))

const rareUse = 1_000

const urns = new Map<string, Urn<string>>()
for (const [syllable, spelled] of characters)
  urns.set(
    syllable,
    fillUrn(spelled, (each) => uses.get(each) ?? rareUse),
  )

const toHanja = (name: string, roll: Dice): string =>
  [...name].map((syllable) => drawFrom(urns.get(syllable) as Urn<string>, roll)).join('')

/** A Hangul name, northern or southern, as a name to print; undefined where no family begins it. */
export const readHangulName = (text: string): KoreanName | undefined => {
  const name = text.normalize('NFC').replace(/\s/g, '')
  if (!/^[가-힣]{2,5}$/.test(name)) return undefined
  const found = [2, 1].flatMap((length) =>
    families.items.filter(({ south, north }) => [south, north].includes(name.slice(0, length))),
  )
  const [family] = found
  const given = name.slice(family?.south.length ?? 0)
  return family && given !== '' ? { family, given, hanja: '' } : undefined
}

/** The same family with another given name, with characters of its own. */
export const withGiven = ({ family }: KoreanName, name: string, roll: Dice): KoreanName => ({
  family,
  given: name,
  hanja: family.hanja + toHanja(name, roll),
})

/** A name by the frequencies of family and given names. */
export const drawKorean = (roll: Dice): KoreanName => {
  const family = drawFrom(families, roll)
  const name = drawFrom(givenUrn, roll).name
  return { family, given: name, hanja: family.hanja + toHanja(name, roll) }
}

/** Given names by syllable and its place: those that differ from a name in one syllable. */
const bySyllable = new Map<string, string[]>()
for (const name of givenNames)
  for (const [place, syllable] of [...name].entries()) {
    const key = `${syllable}${place}/${name.length}`
    const known = bySyllable.get(key)
    if (known) known.push(name)
    else bySyllable.set(key, [name])
  }

/** A given name that shares a syllable in its place, as often as there is one. */
export const nearGiven = (name: string, roll: Dice): string => {
  const place = roll(name.length)
  return pick(bySyllable.get(`${name[place]}${place}/${name.length}`) ?? givenNames, roll)
}

export const anyGiven = (roll: Dice = dice(1)): string => pick(givenNames, roll)
