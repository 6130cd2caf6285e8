const thai = /\p{Script=Thai}/u
/** Vowels written before the consonant that they are spoken after. */
const leadingVowel = /([\u0e40-\u0e44])([\u0e01-\u0e2e])/g
/** A letter that is written and not spoken. */
const silenced = /[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c/g

/** Thai in the order of speech and without silent letters, as general transliteration needs it. */
export const inSpokenOrder = (text: string): string =>
  thai.test(text) ? text.replace(silenced, '').replace(leadingVowel, '$2$1') : text
