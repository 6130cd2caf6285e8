import names from '../../../data/han-names.json' with { type: 'json' }
import unihan from '../../../data/han-readings.json' with { type: 'json' }
import { foldHan, otherForms } from './fold.ts'
import { koreanSurnameReadings, ownKoreanReadings } from './korean.ts'
import { byCharacter, lazily, type Readings, toShares } from './readings.ts'

/** How much likelier a name takes a main reading than another; a second listed surname reading. */
const weights = { main: 8, other: 1, secondSurname: 0.2 }

const readings = lazily(() =>
  byCharacter([
    [unihan.pinyin, weights.main],
    [unihan.pinyinAlso, weights.other],
  ]),
)

const surnames = lazily(
  () =>
    new Map(
      Object.entries(names.pinyinSurnames).map(([surname, text]) => {
        const all = surname.length > 1 ? [text] : text.split(' ')
        return [
          surname,
          toShares(new Map(all.map((one, at) => [one, weights.secondSurname ** at]))),
        ]
      }),
    ),
)

/** Mandarin readings of a character without tone, ü as v (女 nv). Source: Unihan kMandarin and others. */
export const pinyinReadings = (char: string): Readings => {
  const form = char.normalize('NFC')
  const own = readings()(form)
  if (own !== undefined) return own
  for (const other of otherForms(form)) {
    const borrowed = readings()(other)
    if (borrowed !== undefined) return borrowed
  }
  return []
}

/**
 * Mandarin readings of a surname of one character, or of a compound one of two with a space between
 * its syllables (歐陽 `ou yang`); empty where two characters are no known compound surname.
 */
export const pinyinSurname = (surname: string): Readings => {
  const special = surnames().get(foldHan(surname))
  if (special !== undefined) return special
  return [...surname].length === 1 ? pinyinReadings(surname) : []
}

/** How often a character is met in Korean names, roughly: on the school list, on the name list, on neither. */
const commonness = { school: 6, named: 1, unnamed: 0.1 }

const school = lazily(() => new Set(unihan.school))
const unnamed = lazily(() => new Set(unihan.unnamed))

const commonnessOf = (char: string): number => {
  if (school().has(char)) return commonness.school
  return unnamed().has(char) ? commonness.unnamed : commonness.named
}

const listedPinyin: readonly Readonly<Record<string, string>>[] = [unihan.pinyin, unihan.pinyinAlso]

const known = new Map<string, Readings>()

/**
 * Sino-Korean syllables (northern) of the characters that are read as this pinyin syllable: `zhe` is
 * 철, 절 or 자. Characters of the Korean school list count most, those of no list least.
 */
export const koreanOfPinyin = (syllable: string): Readings => {
  const found = known.get(syllable)
  if (found !== undefined) return found
  const characters = listedPinyin.flatMap((table) =>
    Object.hasOwn(table, syllable) ? [...(table[syllable] as string)] : [],
  )
  if (characters.length === 0) return []
  const weights: [korean: string, weight: number][] = []
  for (const char of characters) {
    const read = pinyinReadings(char).find(([reading]) => reading === syllable)?.[1] ?? 0
    for (const [korean, share] of ownKoreanReadings(char))
      weights.push([korean, commonnessOf(char) * read * share])
  }
  const readings = toShares(weights)
  if (readings.length > 0) known.set(syllable, readings)
  return readings
}

const koreanFamilies = lazily(() => {
  const weights = new Map<string, [korean: string, weight: number][]>()
  for (const [surname, bearers] of Object.entries(names.koreanFamilies)) {
    if (surname.length > 1) continue
    for (const [pinyin, read] of pinyinSurname(surname))
      for (const [korean, share] of koreanSurnameReadings(surname))
        weights.set(pinyin, [...(weights.get(pinyin) ?? []), [korean, bearers * read * share]])
  }
  return new Map([...weights].map(([pinyin, each]) => [pinyin, toShares(each)]))
})

/** Korean surnames (northern) whose character is read as this pinyin syllable, by their bearers: `jin` is 김. */
export const koreanSurnameOfPinyin = (syllable: string): Readings =>
  koreanFamilies().get(syllable) ?? []
