import type { Listed } from '../../src/screening/listed.ts'
import { readKoreanNames } from './korean-rule.ts'

/** Language that a row of the bench is about; `other` has no row of its own. */
export type Language =
  | 'korean'
  | 'chinese'
  | 'japanese'
  | 'arabic'
  | 'persian'
  | 'russian'
  | 'spanish'
  | 'other'

export type Kind = 'person' | 'organisation' | 'vessel' | 'thing'

/** Countries whose people mostly bear names of a language, by ISO code. */
const countries: readonly (readonly [Language, string])[] = [
  ['korean', 'kp kr'],
  ['chinese', 'cn hk tw mo'],
  ['japanese', 'jp'],
  ['arabic', 'sy iq lb sa ae ye tn dz ly eg ma jo kw ps qa bh om sd mr so'],
  ['persian', 'ir af tj'],
  ['russian', 'ru by ua kz kg md'],
  ['spanish', 'mx co ve cu ni gt es ar pe ec bo hn sv do pa cl cr py uy'],
]

const byCountry = new Map(
  countries.flatMap(([language, codes]) => codes.split(' ').map((code) => [code, language])),
)

/** Languages that only their script can show where no country is told. */
const scripts: readonly (readonly [Language, RegExp])[] = [
  ['korean', /\p{Script=Hangul}/u],
  ['japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['russian', /\p{Script=Cyrillic}/u],
  ['persian', /[پچژگکی]/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['chinese', /\p{Script=Han}/u],
]

const kinds: Readonly<Record<string, Kind>> = {
  Person: 'person',
  Vessel: 'vessel',
  Organization: 'organisation',
  Company: 'organisation',
  LegalEntity: 'organisation',
  PublicBody: 'organisation',
}

const personLanguage = ({ profile, programs }: Listed): Language => {
  const names = profile.names.map(({ value }) => value)
  const told = profile.nationalities.map(({ value }) => byCountry.get(value))
  const dprk = programs.some((program) => program.includes('PRK'))
  if (dprk || told.includes('korean'))
    return names.some((name) => readKoreanNames(name).length > 0) ? 'korean' : 'other'
  const [first] = told.filter((language) => language !== undefined)
  if (first) return first
  return scripts.find(([, letter]) => names.some((name) => letter.test(name)))?.[0] ?? 'other'
}

/** Which rows an entry belongs to: by nationality, else by the script of its names. */
export const languageOf = (listed: Listed): { kind: Kind; language: Language } => {
  const kind = kinds[listed.profile.schema] ?? 'thing'
  return { kind, language: kind === 'person' ? personLanguage(listed) : 'other' }
}
