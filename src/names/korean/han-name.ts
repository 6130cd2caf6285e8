import {
  koreanReadings,
  koreanSurnameReadings,
  type Readings,
  readCompatibility,
} from '../han/index.ts'
import { southern, toHangul, toSyllable } from '../hangul.ts'
import { type Choice, type Path, toChoice, type Word } from '../lattice/index.ts'
import { compoundOf, isSurname } from './frequency.ts'

const way = 'Sino-Korean reading'

/** A compatibility character keeps only the readings that it was encoded for. */
const narrowed = (character: string, readings: Readings): Readings => {
  const encoded = readCompatibility(character)
  if (encoded === undefined) return readings
  const meant = readings.filter(
    ([reading]) => southern(toSyllable(reading)) === southern(toSyllable(encoded)),
  )
  return meant.length > 0 ? meant : [[encoded, 1]]
}

const choiceOf = (character: string, readings: Readings): Choice | undefined => {
  const weighed = narrowed(character, readings).map(([reading, weight]) => ({
    syllable: toSyllable(reading),
    weight,
    way,
  }))
  return weighed.length > 0 ? toChoice(character, weighed) : undefined
}

const compoundShare = 0.9

/** Ways to read a name in Han characters as a Korean one, of two to four characters. */
export const readHan = (words: readonly Word[]): Path[] => {
  const characters = words.flatMap(({ text }) => [...text])
  if (characters.length < 2 || characters.length > 4) return []
  const read = characters.map((each) => choiceOf(each, koreanReadings(each)))
  const surname = choiceOf(
    characters[0] as string,
    koreanSurnameReadings((characters[0] as string).normalize('NFC')),
  )
  const [first, second, ...rest] = read
  if (!surname || !first || !second || rest.some((choice) => !choice)) return []
  const given = [second, ...(rest as Choice[])]
  const compound = compoundOf(first.syllables[0] as number, second.syllables[0] as number)
  const simple: Path = { share: 1, surname, given }
  if (compound < 0 || rest.length === 0) return given.length > 3 ? [] : [simple]
  const written = toHangul(first.syllables[0] as number) + toHangul(second.syllables[0] as number)
  return [
    { ...simple, share: 1 - compoundShare },
    {
      share: compoundShare,
      surname: toChoice(written, [{ syllable: compound, weight: 1, way }]),
      given: rest as Choice[],
    },
  ]
}

/** Whether the first character heads Korean family names. */
export const headsName = ([path]: readonly Path[]): boolean =>
  path?.surname?.syllables.some((syllable) => isSurname(syllable)) === true
