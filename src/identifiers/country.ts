import countries from 'i18n-iso-countries/index.js'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import table from '../../data/country-names.json' with { type: 'json' }

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

const codes: Map<string, string> = new Map([
  ...Object.entries(countries.getNames('en', { select: 'all' })).flatMap(([code, names]) =>
    [names].flat().map((name) => [plain(name), code.toLowerCase()] as const),
  ),
  ...Object.entries(table.names).flatMap(([code, names]) =>
    names.map((name) => [plain(name), code] as const),
  ),
])
for (const name of table.ambiguous) codes.delete(plain(name))

/** Other orders of the words: `Gambia, The`, `Iran (Islamic Republic of)`. */
const turned = (text: string): string | undefined => {
  const comma = /^([^,]+), ([^,]+)$/.exec(text)
  const brackets = /^([^()]+)\s*\(([^()]+)\)$/.exec(text)
  const [, last, first] = comma ?? brackets ?? []
  return first && last ? `${first} ${last}` : undefined
}

/** Two names of one country: `Myanmar/Burma`, `Korea, North (DPRK)`. */
const agreed = (text: string): string | undefined => {
  const parts = partsOf(text, /[/()]/)
  if (parts.length < 2) return undefined
  const [first, ...rest] = parts.map((part) => codes.get(plain(part)))
  return rest.every((code) => code === first) ? first : undefined
}

/**
 * ISO 3166-1 alpha-2 code in lower case of a country named in English, a nationality ("Korean,
 * North") or a code; undefined where the text names no single country, as `Korea`, `Congo` and
 * `Dominican`, which are names of two, or says more than a country (`Region: Crimea`). Former states
 * have the codes of ISO 3166-3 (`suhh`), as FollowTheMoney writes them.
 */
export const parseCountry = (text: string): string | undefined => {
  if (known.has(text)) return known.get(text)
  if (known.size >= mostKnown) known.clear()
  const code = readCountry(text)
  known.set(text, code)
  return code
}

/** Files say the same few countries again and again. */
const known = new Map<string, string | undefined>()
const mostKnown = 4096

const readCountry = (text: string): string | undefined => {
  const trimmed = text.trim()
  if (/^[A-Za-z]{2}$/.test(trimmed) && countries.isValid(trimmed.toUpperCase()))
    return trimmed.toLowerCase()
  const named = codes.get(plain(trimmed))
  if (named) return named
  if (/^[A-Z]{3}$/.test(trimmed)) return countries.alpha3ToAlpha2(trimmed)?.toLowerCase()
  const other = turned(trimmed)
  return (other && codes.get(plain(other))) ?? agreed(trimmed)
}

/** ISO 3166-1 alpha-3 code of an alpha-2 code; undefined of any other text. */
export const toAlpha3 = (code: string): string | undefined =>
  countries.alpha2ToAlpha3(code.toUpperCase())

const uncertain = /presum|assum|possib|alleg|believ/i
const remark = /\((?![a-h]\))[^()]*\)/g
const betweenCountries = /[,;]|\/(?!or\b)|(?:^|\s)\(?[a-h]\)/
const joined = /\band(?:\/or)?\b/

/**
 * Codes of all countries that a text names, where it is nothing but a list of them: `Russian and
 * Ukrainian`, `(a) German, (b) Moroccan (since 1990)`. Empty where any part is something else, or is
 * said to be uncertain.
 */
export const parseCountries = (text: string): readonly string[] => {
  const one = parseCountry(text)
  if (one) return [one]
  if (uncertain.test(text)) return []
  const parts = partsOf(text.replace(remark, ''), betweenCountries).flatMap((part) =>
    parseCountry(part) ? [part] : partsOf(part, joined),
  )
  const found = parts.flatMap((part) => parseCountry(part) ?? [])
  return found.length === parts.length ? [...new Set(found)] : []
}

const partsOf = (text: string, between: RegExp): readonly string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
