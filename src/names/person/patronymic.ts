import table from '../../../data/person-names.json' with { type: 'json' }

const endings = table.patronymic.split(' ').sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const quick = /(?:[iy]t?s?c?h?|na)$/
const openEnd = /[aeiouyj]+$/
const leastLetters = 3

/** A given name without its open ending, as patronymics keep it: Nikolay and Mykola end alike. */
export const stemOf = (name: string): string => name.replace(openEnd, '')

/** Stem of the father's name in a Russian, Ukrainian or Belarusian patronymic; undefined in other words. */
export const fatherStem = (token: string): string | undefined => {
  if (token.length < leastLetters + 3 || !quick.test(token)) return undefined
  const ending = endings.find((each) => token.endsWith(each))
  if (ending === undefined) return undefined
  const stem = stemOf(token.slice(0, -ending.length))
  return stem.length < leastLetters ? undefined : stem
}
