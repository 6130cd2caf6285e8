import type { Path } from '../lattice/index.ts'
import { isKanjiSurname, readGiven, readSurname, unrepeated } from './kanji.ts'

/** Kanji, the sign that repeats one, and kana. */
const letters = /^[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const separators = /[\s・･]+/
const longest = 7

const surnameOdds = { listed: 1, listedSingle: 0.03, two: 0.05, other: 0.01 }
const givenOdds = [0, 0.3, 0.55, 0.15]
/** Belief that characters are a Japanese name, by what they show. */
const beliefs = {
  kana: 0.97,
  listed: 0.95,
  listedShort: 0.75,
  listedSingle: 0.15,
  four: 0.4,
  other: 0.05,
}

type Split = { readonly surname: string; readonly given: string; readonly odds: number }

const splitsOf = (parts: readonly string[]): Split[] => {
  if (parts.length === 2) return [toSplit(parts[0] as string, parts[1] as string)]
  const chars = [...(parts[0] as string)]
  return [1, 2, 3]
    .filter((length) => length < chars.length && chars.length - length < givenOdds.length)
    .map((length) => toSplit(chars.slice(0, length).join(''), chars.slice(length).join('')))
}

const toSplit = (surname: string, given: string): Split => {
  const length = [...surname].length
  const unlisted = length === 2 ? surnameOdds.two : surnameOdds.other
  const listed = length === 1 ? surnameOdds.listedSingle : surnameOdds.listed
  const odds = isKanjiSurname(surname) ? listed : unlisted
  return { surname, given, odds: odds * (givenOdds[[...given].length] ?? 0.05) }
}

const beliefOf = (text: string, surname: string): number => {
  if (kana.test(text)) return beliefs.kana
  const length = [...text].length
  if (!isKanjiSurname(surname)) return length === 4 ? beliefs.four : beliefs.other
  if ([...surname].length === 1) return beliefs.listedSingle
  return length > 3 ? beliefs.listed : beliefs.listedShort
}

/** Reads two to seven characters as a Japanese name; undefined where they cannot be one. */
export const readKanjiName = (
  text: string,
): { readonly paths: readonly Path[]; readonly belief: number } | undefined => {
  if (text.length > 2 * longest + 2) return undefined
  const parts = unrepeated(text.trim()).split(separators)
  const joined = parts.join('')
  const length = [...joined].length
  if (parts.length > 2 || length < 2 || length > longest || !letters.test(joined)) return undefined
  const splits = splitsOf(parts).sort((a, b) => b.odds - a.odds)
  const total = splits.reduce((sum, { odds }) => sum + odds, 0)
  const paths = splits.flatMap(({ surname, given, odds }): Path[] => {
    const [family, own] = [readSurname(surname), readGiven(given)]
    return family && own ? [{ share: odds / total, surname: family, given: [own] }] : []
  })
  const kept = paths.reduce((sum, { share }) => sum + share, 0)
  const [first] = splits
  if (kept === 0 || !first) return undefined
  return {
    paths: paths.map((path) => ({ ...path, share: path.share / kept })),
    belief: beliefOf(joined, first.surname),
  }
}
