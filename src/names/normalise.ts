import { foldConfusables } from './confusable.ts'

const beyondAscii = /[^\p{ASCII}]/u

/** A syllable without a final, and a jamo after it that no vowel follows: typed as its final. */
const strayFinal = /[\uac00-\ud7a3][\u1100-\u1112](?![\u1161-\u1175])/g
const hangulBase = 0xac00
const finals = 28
/** Final index of each initial jamo from U+1100; 0 for those that are no final. */
const finalOfInitial = [1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27]

const joinFinal = (pair: string): string => {
  const syllable = pair.charCodeAt(0)
  const final = finalOfInitial[pair.charCodeAt(1) - 0x1100] as number
  if ((syllable - hangulBase) % finals !== 0 || final === 0) return pair
  return String.fromCharCode(syllable + final)
}

/** Signs that stand inside a word and are written or left out at will: P'yo'ng, P’yŏng, Pyong. */
const apostrophes = /['’‘ʼʻ`´ʹʾʿ′ʽˈ]/g

/**
 * The one form of a text of a name: NFKC (half-width kana, full-width letters, composed marks), jamo
 * typed one by one joined to syllables, one apostrophe `'`, and letters of another script inside a
 * word as the look-alikes that are meant (`confusables` reports them). Case and spacing stay.
 */
export const normalise = (text: string): string => {
  if (!beyondAscii.test(text)) return text.includes('`') ? text.replaceAll('`', "'") : text
  const composed = text.normalize('NFKC').replace(strayFinal, joinFinal).replace(apostrophes, "'")
  return foldConfusables(composed)
}
