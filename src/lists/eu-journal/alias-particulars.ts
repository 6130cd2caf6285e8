import { type Description, type Placed, parsePartialDate } from '../../model/index.ts'
import { datePattern } from '../prose.ts'

/** What the acts print after an alias of the identity that it stands for, in brackets or as sentences. */
const particulars: readonly RegExp[] = [
  /\s*\((?:[^()]*\bof birth\b|born\b)[^()]*\)/gi,
  /[\s.,(]*\b(?:date|place) of birth\b.*$/is,
  /\s*\(?\b(?:DOB|POB|passport number|date of issue)\b:.*$/is,
  /\s+born\s+(?:(?:on|in)\s+)?\d.*$/is,
]

/** The same name in another script, or another name, which is a name of its own. */
const spelling =
  /\s*\((?:original script|russian(?: spelling)?|in arabic|arabic):\s*([^()]+)\)(?:\s+or\b)?/gi
const label =
  /\s*\b(?:russ?ian|belaruss?ian|ukrainian|azerbaijani|kazakh|chinese|korean|farsi|persian|arabic|aka|f\.k\.a\.|aliases|married name|other name):\s*/gi

const birthDate = new RegExp(
  String.raw`\b(?:date of birth:?|born(?: on| in)?)\s+(?:\(i\)\s+)?(${datePattern})`,
  'gi',
)

/**
 * Parts a name from what else its cell tells (`Kalad Belkasam (Date of birth: 31.12.1979)`): says the
 * dates of birth, keeps the words as a note and gives the name that is left, other spellings after it.
 */
export const withoutParticulars = (named: Placed, entry: Description): Placed => {
  const respelled = named.value.replace(spelling, '; $1; ').replace(label, '; ')
  const name = particulars.reduce((left, each) => left.replace(each, ''), respelled).trim()
  if (name === '') return named
  if (name !== respelled.trim()) entry.say('notes', named)
  for (const [, date] of named.value.matchAll(birthDate)) {
    const born = date && parsePartialDate(date)
    if (born) entry.say('birthDate', named, born)
  }
  return { ...named, value: name }
}
