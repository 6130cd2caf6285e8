import { koreanSounds, type Sound, soundDistance } from './korean-sounds.ts'
import { plain, remember } from './skeleton.ts'
import { readTable } from './tables.ts'

/** A way to read a name: the family name in southern Hangul, and the sounds of the given name. */
type Reading = { readonly family: string; readonly given: readonly Sound[] }

/** Family names by each of their spellings: Latin, Cyrillic, Hangul, Hanja. */
const families = new Map<string, Set<string>>()

const addSpelling = (spelling: string, family: string): void => {
  const known = families.get(spelling)
  if (known) known.add(family)
  else families.set(spelling, new Set([family]))
}

for (const row of readTable('tables', 'ko_surnames.tsv')) {
  const south = row.south ?? ''
  const latin = [row.dprk_list, row.press_and_passport].flatMap((each) => each?.split(' '))
  const russian = row.russian?.split('|') ?? []
  for (const spelling of [...latin, ...russian]) if (spelling) addSpelling(plain(spelling), south)
  addSpelling(south, south)
  addSpelling(row.north ?? south, south)
  for (const hanja of row.hanja?.split(' ') ?? []) if (hanja) addSpelling(hanja, south)
}

const hanjaReadings = new Map(
  readTable('tables', 'ko_hanja_readings.tsv').map((row) => [
    row.char ?? '',
    row.readings_north?.split('/') ?? [],
  ]),
)

/** Every Hangul text that a text of Hanja can be read as. */
const readHanja = (text: string): string[] => {
  let read = ['']
  for (const character of text) {
    const readings = hanjaReadings.get(character) ?? []
    read = read.flatMap((start) => readings.map((reading) => start + reading))
  }
  return read
}

const withoutSpaces = (name: string): string => name.normalize('NFC').replace(/[\s·・-]+/g, '')

const readEastern = (name: string, toHangul: (text: string) => string[]): Reading[] =>
  [1, 2].flatMap((length) => {
    const text = withoutSpaces(name)
    const given = text.slice(length)
    if (given === '') return []
    return [...(families.get(text.slice(0, length)) ?? [])].flatMap((family) =>
      toHangul(given).map((hangul) => ({ family, given: koreanSounds(hangul) })),
    )
  })

/** Words of a name with its Latin and Cyrillic spellings: the family name stands first or last. */
const readWords = (name: string): Reading[] => {
  const words = plain(name).split(' ')
  if (words.length < 2) return []
  const ends = [
    { family: words[0] as string, given: words.slice(1) },
    { family: words.at(-1) as string, given: words.slice(0, -1) },
  ]
  return ends.flatMap(({ family, given }) =>
    [...(families.get(family) ?? [])].map((each) => ({
      family: each,
      given: given.flatMap((word) => koreanSounds(word)),
    })),
  )
}

/** Every way to read a name as Korean, empty where no family name of the table begins or ends it. */
export const readKoreanNames: (name: string) => Reading[] = remember((name) => {
  if (/^[\p{Script=Hangul}\s·・-]+$/u.test(name)) return readEastern(name, (text) => [text])
  if (/^[\p{Script=Han}\s·・]+$/u.test(name)) return readEastern(name, readHanja)
  return readWords(name)
})

/**
 * How far the sounds of two Korean names are apart under the best readings: 0 where one Hangul name
 * may be spelled as both, infinite where the family names cannot be one.
 */
export const koreanDistance = (a: string, b: string): number => {
  let least = Number.POSITIVE_INFINITY
  const others = readKoreanNames(b)
  for (const left of readKoreanNames(a))
    for (const right of others)
      if (left.family === right.family)
        least = Math.min(least, soundDistance(left.given, right.given))
  return least
}

/** Family names that a name may begin or end with: the key for near names. */
export const koreanFamilies = (name: string): string[] => [
  ...new Set(readKoreanNames(name).map(({ family }) => family)),
]
