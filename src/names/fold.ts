import anyAscii from 'any-ascii'
import { joinDotted } from './dotted.ts'
import { canonicalTokens, translateWords } from './organisation/index.ts'

/** Signs that stand inside a word and are written or left out at will: P'yo'ng, P’yŏng, Pyong. */
const apostrophes = /['’‘ʼʻ`´ʹʾʿ′]/g
const marks = /\p{M}/gu
const syllabic = /[\p{Script=Hangul}\p{Script=Han}]/gu
const beyondAscii = /[^\p{ASCII}]/u
const plainAscii = /^[a-z0-9 ]*$/

/**
 * Folds a name to comparable tokens in lower-case ASCII: NFKC, marks off, other scripts by general
 * transliteration, Hangul and Han one token a character. Order is kept; comparing is order-free.
 * An empty list means that nothing comparable is in the text.
 */
export const foldName = (name: string): string[] => {
  let text = joinDotted(translateWords(name.normalize('NFKC'))).replace(apostrophes, '')
  if (beyondAscii.test(text)) {
    text = text.replace(syllabic, ' $& ').normalize('NFD').replace(marks, '').normalize('NFC')
    text = anyAscii(text).replace(apostrophes, '')
  }
  text = text.toLowerCase()
  if (!plainAscii.test(text)) text = text.replace(/[^a-z0-9]+/g, ' ')
  return canonicalTokens(text.split(' ').filter((token) => token !== ''))
}
