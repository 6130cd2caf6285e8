import { hebrewNames } from './vocalised.ts'

const hebrew = /\p{Script=Hebrew}/u
const runs = /[\p{Script=Hebrew}'"]+/gu
const points = /[\u0591-\u05c7]/g
/** Signs that turn a letter into a foreign sound, and letters into an abbreviation. */
const signs = /['"\u05f3\u05f4]/g

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => [pair.charAt(0), pair.slice(2)]))

const finals = pairs('ך:כ ם:מ ן:נ ף:פ ץ:צ')
const letters = pairs(
  'א:a ב:v ג:g ד:d ה:h ו:o ז:z ח:kh ט:t י:i כ:kh ל:l מ:m נ:n ס:s ע:a פ:f צ:ts ק:k ר:r ש:sh ת:t',
)
/** Letters that sound otherwise where a word begins. */
const atStart = pairs('ב:b ו:v י:y כ:k פ:p')

const spell = (word: string): string => {
  let latin = ''
  for (let k = 0; k < word.length; k++) {
    const letter = finals.get(word.charAt(k)) ?? word.charAt(k)
    if (letter === 'ו' && word.charAt(k + 1) === 'ו') {
      latin += 'v'
      k++
    } else if (letter === 'ה' && k > 0 && k === word.length - 1) latin += 'a'
    else latin += (k === 0 ? atStart.get(letter) : undefined) ?? letters.get(letter) ?? ''
  }
  return latin
}

/** Latin spelling of Hebrew: names that readers know with their vowels, others letter by letter. */
export const fromHebrew = (text: string): string =>
  hebrew.test(text)
    ? text.replace(runs, (run) => {
        const plain = run.replace(points, '').replace(signs, '')
        return hebrewNames().get(plain) ?? spell(plain)
      })
    : text
