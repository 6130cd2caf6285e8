import type { Word } from '../lattice/index.ts'
import { fromKana } from './kana.ts'

/** Scripts that a Korean name is read from. */
export type KoreanScript = 'Hang' | 'Hani' | 'Latn' | 'Cyrl' | 'Kana'

export type Words = { readonly script: KoreanScript; readonly words: readonly Word[] }

const separators: Readonly<Record<string, Word['before']>> = {
  ' ': 'space',
  '・': 'space',
  '･': 'space',
  '·': 'space',
  '•': 'space',
  '=': 'space',
  '＝': 'space',
  '゠': 'space',
  '-': 'hyphen',
  '‐': 'hyphen',
  '‑': 'hyphen',
  '–': 'hyphen',
  ',': 'comma',
  '、': 'comma',
}

const letterOf: readonly (readonly [KoreanScript, RegExp])[] = [
  ['Latn', /^[\p{Script=Latin}']$/u],
  ['Hang', /^\p{Script=Hangul}$/u],
  ['Hani', /^\p{Script=Han}$/u],
  ['Cyrl', /^\p{Script=Cyrillic}$/u],
  ['Kana', /^[\p{Script=Katakana}\p{Script=Hiragana}ー]$/u],
]

/** Longer texts are no names of persons. */
const longest = 48

const apostrophes = /['’‘ʼʻ`´ʹʾʿ′]/g
/** Breve and what is typed for it. */
const breves: Readonly<Record<string, string>> = {
  ŏ: 'ŏ',
  ǒ: 'ŏ',
  ô: 'ŏ',
  ö: 'ŏ',
  õ: 'ŏ',
  ō: 'ŏ',
  ŭ: 'ŭ',
  ǔ: 'ŭ',
  û: 'ŭ',
  ü: 'ŭ',
  ū: 'ŭ',
  č: 'c',
  ě: 'e',
  š: 's',
  ž: 'z',
}

/**
 * Apostrophes of MR and ICS-630 lose their place on forms (`Cho 'n Myo 'ng-kuk`): after o and u one is a
 * breve, after k, t, p and ch aspiration, between n and g it parts syllables,
 * elsewhere it says nothing.
 */
const placeMarks = (text: string): string =>
  text
    .replace(/\s+'\s*(?=\p{L})/gu, "'")
    .replace(/n'(?=g)/g, 'n-')
    .replace(/o'/g, 'ŏ')
    .replace(/u'/g, 'ŭ')
    .replace(/(?<![ktph])'|'$/g, '')
    .replace(/(?<!c)h'/g, 'h')

const plainLatin = /^[a-z ,-]*$/

const latin = (text: string): string =>
  plainLatin.test(text)
    ? text
    : placeMarks(
        [...text.normalize('NFC')]
          .map(
            (letter) =>
              breves[letter] ?? (/[\p{Script=Latin}]/u.test(letter) ? unmarked(letter) : letter),
          )
          .join(''),
      )

const unmarked = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '')

/** Ukrainian and Bulgarian letters as the Russian ones that Kontsevich writes. */
const cyrillic = (text: string): string => {
  const ukrainian = /[іїє]/.test(text)
  const russian = ukrainian
    ? text.replace(/и/g, 'ы').replace(/[ії]/g, 'и').replace(/є/g, 'е')
    : text
  return russian.replace(ukrainian ? /йо|ьо/g : /йо/g, 'ё')
}

const spell: Readonly<Record<KoreanScript, (text: string) => string>> = {
  Latn: latin,
  Cyrl: cyrillic,
  Kana: fromKana,
  Hang: (text) => text,
  Hani: (text) => text,
}

const scriptOfLetter = (letter: string): KoreanScript | undefined =>
  letterOf.find(([, letters]) => letters.test(letter))?.[0]

/** Most names are plain Latin letters; more words than these are no Korean name. */
const plainText = /^[A-Za-z ,-]+$/
const mostWords = 5

const plainWords = (text: string): Words | undefined => {
  const words: Word[] = []
  let before: Word['before'] = 'start'
  for (const [part] of text.toLowerCase().matchAll(/[a-z]+|[^a-z]+/g)) {
    if (part >= 'a') {
      if (words.length === mostWords) return undefined
      words.push({
        text: part,
        before: words.length === 0 ? 'start' : before,
        capitals: false,
      })
    } else before = separatorIn(part)
  }
  return words.length === 0 ? undefined : { script: 'Latn', words }
}

const separatorIn = (part: string): Word['before'] => {
  if (part.includes(',')) return 'comma'
  return part.includes('-') ? 'hyphen' : 'space'
}

/** Full forms of half-width kana and Latin; compatibility Han keeps its code points, which tell a reading. */
const wide = (text: string): string =>
  /[\uff01-\uffee\u1100-\u11ff]|\p{M}/u.test(text) ? text.normalize('NFKC') : text

/** Parts a text of one script into words; undefined where it is no name of one script. */
export const toWords = (text: string): Words | undefined => {
  if (text.length > longest) return undefined
  if (plainText.test(text)) return plainWords(text)
  const folded = wide(text).trim().replace(apostrophes, "'").replace(/\s+/g, ' ').toLowerCase()
  const script = [...folded].map(scriptOfLetter).find((each) => each !== undefined)
  if (script === undefined) return undefined
  const words: Word[] = []
  let before: Word['before'] = 'start'
  let word = ''
  const end = (): void => {
    if (word !== '')
      words.push({ text: word, before: words.length === 0 ? 'start' : before, capitals: false })
    if (word !== '') before = 'space'
    word = ''
  }
  for (const letter of spell[script](folded)) {
    const separator = separators[letter]
    if (separator !== undefined) {
      end()
      if (separator !== 'space') before = separator
    } else if (isLetter(letter, script)) word += letter
    else return undefined
  }
  end()
  return words.length === 0 ? undefined : { script, words }
}

const isLetter = (letter: string, script: KoreanScript): boolean =>
  script === 'Kana' ? /[a-z]/.test(letter) : scriptOfLetter(letter) === script
