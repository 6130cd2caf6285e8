import anyAscii from 'any-ascii'
import { plain, remember } from './skeleton.ts'

/** Words that join or rank names and are no part of the form. */
export const particles: ReadonlySet<string> = new Set(
  'al el ul ad as ash an ar at az bin ibn ben bint van von de del da dos la y e the of and und'.split(
    ' ',
  ),
)

/** Words of organisations that say the legal form or the trade, by which no two names are one. */
export const generic: ReadonlySet<string> = new Set(
  `co ltd llc inc corp corporation company limited group holding holdings joint stock private public
  general trading trade international import export industrial industry industries bank company plc
  gmbh ag sa srl ooo oao zao pao ao jsc pjsc ojsc cjsc llp lp pte pvt fze fzco fzc dmcc dba foundation
  association organization organisation society institute center centre services service office
  state enterprise federal national research scientific production plant factory republic
  obshchestvo otvetstvennostyu ogranichennoy aktsionernoe s c v de for in korea korean
  iran iranian russian russia mexico corps army party movement front jv mv m`.split(/\s+/),
)

/** Words of a name without those of a set; transliterated Han is cut at its capitals. */
export const wordsOf = (name: string, without: ReadonlySet<string>): string[] =>
  (/\p{Script=Han}/u.test(name) ? plain(spell(name)) : plain(name))
    .split(' ')
    .filter((word) => word !== '' && !without.has(word))

const spell = (name: string): string => anyAscii(name).replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

export const abjad: RegExp = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** What a script that leaves out vowels and joins the article shows of a word. */
export const consonants = (word: string): string =>
  word.replace(/^al(?=.{3})/, '').replace(/[aeiouwyh]/g, '') || word

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

/** Roman numbers of things in digits; one letter is a number only where it ends more than initials. */
const toDigits = (word: string, at: number, words: readonly string[]): string => {
  const number = romans.indexOf(word) + 1
  const isLetter = word.length === 1 && !(at > 0 && at === words.length - 1)
  const isInitial = word.length === 1 && words[at - 1]?.length === 1
  return number === 0 || isLetter || isInitial ? word : String(number)
}

/** Words of a thing's name, with Roman numbers in digits. */
export const thingWords: (name: string) => readonly string[] = remember((name) =>
  wordsOf(name, new Set()).map(toDigits),
)

/** Numbers of a name that must be those of another for both to be one. */
export const numbersOf = (words: readonly string[]): string =>
  words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ')
