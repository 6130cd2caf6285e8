import { parseCountry, parseEmail, parsePhone } from '../../../identifiers/index.ts'
import type { NumericOrder } from '../../../model/index.ts'
import { foldName, isForm } from '../../../names/index.ts'
import { toDay } from './dates.ts'

/** How the values of a field are written alike and compared. */
export type Kind =
  | 'name'
  | 'title'
  | 'text'
  | 'date'
  | 'code'
  | 'number'
  | 'email'
  | 'phone'
  | 'category'
  | 'country'

/** Kinds whose values are given to one holder. */
export const identifying: ReadonlySet<Kind> = new Set<Kind>(['email', 'number'])

/** What programs write where there is nothing. */
const nothing = /^(?:n\/?a|nan|null|none|nil|unknown|undefined|not known|[-–—.?*#]+)$/i

const marks = /\p{M}+/gu
const beyondAscii = /[^\p{ASCII}]/u
const notWord = /[^\p{L}\p{N}]+/gu

const toWords = (text: string): string => {
  const lower = (
    beyondAscii.test(text) ? text.normalize('NFKD').replace(marks, '') : text
  ).toLowerCase()
  return lower.replace(notWord, ' ').trim()
}

/** The name of an organisation without legal forms, as far as anything is left then. */
const toTitle = (text: string): string => {
  const words = foldName(text)
  const own = words.filter((word) => !isForm(word))
  return (own.length > 0 ? own : words).join(' ') || toWords(text)
}

/** Digits at the end of a phone number that are compared: the rest is country, trunk and carrier. */
const phoneDigits = 9

const readers: Readonly<Record<Kind, (text: string, order: NumericOrder) => string>> = {
  name: (text) => foldName(text).join(' ') || toWords(text),
  title: toTitle,
  text: toWords,
  date: (text, order) => toDay(text, order) ?? '',
  code: (text) => toWords(text).replaceAll(' ', ''),
  number: (text) => toWords(text).replaceAll(' ', ''),
  email: (text) => parseEmail(text) ?? text.toLowerCase(),
  phone: (text) => (parsePhone(text) ?? text.replace(/\D/g, '')).slice(-phoneDigits),
  category: toWords,
  country: (text) => parseCountry(text) ?? toWords(text),
}

/**
 * The values that a cell states, written alike, without repeats and in code-point order; none where
 * it is blank or says that there is nothing. A surname may be `Na` or `None`: names are taken as they are.
 */
export const toValues = (text: string, kind: Kind, order: NumericOrder): readonly string[] => {
  if (!text.includes(';')) {
    const value = toValue(text, kind, order)
    return value === '' ? [] : [value]
  }
  const values = text.split(';').map((part) => toValue(part, kind, order))
  return [...new Set(values.filter((value) => value !== ''))].sort()
}

const isName = (kind: Kind): boolean => kind === 'name' || kind === 'title'

const toValue = (text: string, kind: Kind, order: NumericOrder): string => {
  const trimmed = text.trim()
  if (trimmed === '' || (!isName(kind) && nothing.test(trimmed))) return ''
  return readers[kind](trimmed, order)
}
