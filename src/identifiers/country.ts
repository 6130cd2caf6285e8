import countries from 'i18n-iso-countries/index.js'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import aliases from '../../data/country-names.json' with { type: 'json' }

countries.registerLocale(english)

/** Letters and digits of a name in lower case, without marks, dots, articles and `and`. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|and|of)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const codes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(countries.getNames('en', { select: 'all' })).flatMap(([code, names]) =>
    [names].flat().map((name) => [plain(name), code.toLowerCase()] as const),
  ),
  ...Object.entries(aliases.names).flatMap(([code, names]) =>
    names.map((name) => [plain(name), code] as const),
  ),
])

/**
 * ISO 3166-1 alpha-2 code in lower case of a country named in English, a nationality ("Korean,
 * North") or a code; undefined where the text names no single country. Former states have the codes
 * of ISO 3166-3 (`suhh`), as FollowTheMoney writes them.
 */
export const parseCountry = (text: string): string | undefined => {
  const trimmed = text.trim()
  if (/^[A-Za-z]{2}$/.test(trimmed) && countries.isValid(trimmed.toUpperCase()))
    return trimmed.toLowerCase()
  if (/^[A-Z]{3}$/.test(trimmed)) return countries.alpha3ToAlpha2(trimmed)?.toLowerCase()
  return codes.get(plain(trimmed))
}
