import { chineseKeys, isChineseForm } from './chinese-rule.ts'
import { isFirmForm, isPersonForm, isShipForm, nearKeys } from './form-rule.ts'
import { isOneFirm, isOneLetterApart, isPartOfFirm, isSame, isSameOrPart } from './homonym.ts'
import { koreanDistance, koreanFamilies } from './korean-rule.ts'
import type { Kind, Language } from './language.ts'
import { numbersOf, thingWords } from './words.ts'

/**
 * The written rule of the labels. Positive: two names of one party that are forms of one name.
 * Apart: two names of one party that are not (noms de guerre, translations, acronyms), counted.
 * Negative: names of two parties whose letters part them; those that letters cannot part (equal,
 * a part of the other, one letter or a legal form away), counted as homonyms.
 */
export type Rule = {
  readonly isForm: (a: string, b: string) => boolean
  readonly isHomonym: (a: string, b: string) => boolean
  /** Near names share a key. */
  readonly keys: (name: string) => readonly string[]
}

const people: Rule = {
  isForm: isPersonForm,
  isHomonym: (a, b) => isSameOrPart(a, b) || isOneLetterApart(a, b),
  keys: nearKeys,
}

/** Firms or ships: a shorter name of the same is a homonym, as a father's is that of his son. */
const thingsBy = (isForm: Rule['isForm']): Rule => ({
  isForm,
  isHomonym: (a, b) =>
    numbersOf(thingWords(a)) === numbersOf(thingWords(b)) &&
    (isSame(a, b) || isOneFirm(a, b) || (isPartOfFirm(a, b) && isForm(a, b))),
  keys: nearKeys,
})
const firms = thingsBy(isFirmForm)
const ships = thingsBy(isShipForm)

const korean: Rule = {
  isForm: (a, b) => koreanDistance(a, b) <= 1,
  isHomonym: (a, b) => koreanDistance(a, b) === 0 || isSame(a, b),
  keys: koreanFamilies,
}

const chinese: Rule = {
  isForm: isChineseForm,
  isHomonym: isSame,
  keys: chineseKeys,
}

/** The rule for names of a kind of party and a language. */
export const ruleOf = (kind: Kind, language: Language): Rule => {
  if (kind !== 'person') return kind === 'vessel' ? ships : firms
  if (language === 'korean') return korean
  return language === 'chinese' ? chinese : people
}
