import names from '../../../data/han-names.json' with { type: 'json' }
import unihan from '../../../data/han-readings.json' with { type: 'json' }
import { foldCharacter, otherForms } from './fold.ts'
import { toSouthern } from './north.ts'
import { byCharacter, lazily, pairsOf, type Readings, toShares } from './readings.ts'

/** How much likelier a name takes the usual reading of a character than another listed one. */
const weights = { preferred: 6, listed: 1, other: 0.25 }

const listed = lazily(() =>
  byCharacter([
    [unihan.korean, weights.listed],
    [unihan.koreanAlso, weights.other],
  ]),
)

const preferred = lazily(
  () =>
    new Map(
      pairsOf(names.korean).map(([char, reading]) => {
        const others = (listed()(char) ?? [])
          .filter(([other]) => other !== reading && other !== toSouthern(reading))
          .map(([other]) => [other, weights.listed] as const)
        return [char, toShares([[reading, weights.preferred], ...others])]
      }),
    ),
)

const readings = (char: string): Readings | undefined => preferred().get(char) ?? listed()(char)

/** Readings that the character itself has in Korean, none for simplified forms. */
export const ownKoreanReadings = (char: string): Readings => readings(char) ?? []

const surnames = lazily(() => byCharacter([[names.koreanSurnames, 1]]))

/** Characters without a Korean reading of their own (simplified, Japanese) take those of their other forms. */
const inherited = (char: string): Readings =>
  toShares(otherForms(char).flatMap((form) => readings(form) ?? []))

/**
 * Sino-Korean readings of a character in a given name, in the northern spelling (李 is 리, not 이);
 * simplified and Japanese forms are read as the character they stand for. Source: Unihan kHangul,
 * and which of several readings names prefer from `data/han-names.json`.
 */
export const koreanReadings = (char: string): Readings => {
  const form = char.normalize('NFC')
  return readings(form) ?? inherited(form)
}

/** The same where the character is a surname: 金 is 김 and 沈 is 심. */
export const koreanSurnameReadings = (char: string): Readings => {
  return surnames()(foldCharacter(char)) ?? koreanReadings(char)
}

/** Whether a character is written so in Korea: it has a Korean reading of its own. */
export const hasKoreanForm = (char: string): boolean =>
  readings(char.normalize('NFC')) !== undefined

/** Start of the compatibility ideographs, many of which stand in Korean texts for one of several readings. */
const compatibility = 0xf900

/**
 * The Korean reading that a compatibility ideograph was encoded for (U+F90A is 金 read as 금), as it
 * is encoded: northern or southern. Undefined for all other characters. Ask before normalising to
 * NFC, which replaces the character and loses the reading.
 */
export const readCompatibility = (char: string): string | undefined => {
  const reading = unihan.compatibility[(char.codePointAt(0) ?? 0) - compatibility]
  return reading === undefined || reading === ' ' ? undefined : reading
}
