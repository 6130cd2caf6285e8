import type { Millibits } from '../../model/index.ts'
import { roleOf } from './role.ts'
import { isForm, korea } from './vocabulary.ts'
import { organisationWeights } from './weights.ts'

/** Initials of canonical words that stand for several, or for words with other initials. */
const initialsOf: Readonly<Record<string, readonly string[]>> = {
  bureau: ['b', 'd', 'o'],
  corporation: ['c'],
  jointventure: ['jv', 'jvc'],
  limited: ['l', 'cl'],
  foreign: ['f', 'e'],
  researchinstitute: ['ri', 'sri'],
  productionassociation: ['pa', 'spa', 'npo'],
  researchproduction: ['rpe', 'spe', 'npp'],
  realestate: ['re'],
  united: ['u', 'a'],
  army: ['a', 'f'],
  oil: ['o', 'p'],
}

const fewestWords = 3
const mostWords = 8
const mostLetters = 8
const mostAcronyms = 24

/** Words of a name with and without the forms that it ends with and the country that it begins with. */
const readings = (tokens: readonly string[]): (readonly string[])[] => {
  let end = tokens.length
  while (end > 0 && isForm(tokens[end - 1] as string)) end--
  const ends = end === tokens.length ? [end] : [end, end + 1]
  const starts = tokens[0] === korea ? [0, 1] : [0]
  return starts.flatMap((start) => ends.map((stop) => tokens.slice(start, stop)))
}

/** The acronyms that a name of three words or more may go by, from its canonical tokens. */
const acronymsOf = (tokens: readonly string[]): readonly string[] => {
  if (tokens.length < fewestWords || tokens.length > mostWords) return []
  const acronyms = new Set<string>()
  for (const words of readings(tokens)) {
    if (words.length < fewestWords) continue
    let begun = ['']
    for (const word of words) {
      const next = initialsOf[word] ?? [word[0] as string]
      begun = begun
        .flatMap((start) => next.map((initial) => start + initial))
        .slice(0, mostAcronyms)
    }
    for (const acronym of begun) if (acronym.length <= mostLetters) acronyms.add(acronym)
    const [first, second, ...rest] = words as [string, string, ...string[]]
    const syllabic = first.slice(0, 2) + second.slice(0, 2)
    for (let k = 1; k <= rest.length; k++)
      acronyms.add(
        syllabic +
          rest
            .slice(0, k)
            .map((word) => word[0])
            .join(''),
      )
  }
  return [...acronyms]
}

/** The one word that a name consists of beside legal forms; undefined where it has more. */
const loneWord = (tokens: readonly string[]): string | undefined => {
  const [word, ...more] = tokens.filter((token) => !isForm(token))
  return word !== undefined && more.length === 0 && roleOf(word) === undefined ? word : undefined
}

/** Keys by which an acronym and the name that it stands for meet. */
export const acronymKeys = (tokens: readonly string[]): string[] => {
  const keys = acronymsOf(tokens).map((acronym) => `acronym:${acronym}`)
  const lone = loneWord(tokens)
  if (lone !== undefined && lone.length <= mostLetters) keys.push(`acronym:${lone}`)
  return keys
}

/** Weight of one name being the initials of the other; 0 where it is not. Whole names only; symmetric. */
export const acronymWeight = (left: readonly string[], right: readonly string[]): Millibits =>
  Math.max(initialsWeight(left, right), initialsWeight(right, left))

const initialsWeight = (short: readonly string[], long: readonly string[]): Millibits => {
  const lone = loneWord(short)
  if (lone === undefined || lone.length > mostLetters || !acronymsOf(long).includes(lone)) return 0
  const { acronym } = organisationWeights
  return acronym[Math.min(lone.length, acronym.length - 1)] as Millibits
}
