/** ISO 15924 codes of the scripts that names on the lists are written in. */
const scripts: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Hang', /\p{Script=Hangul}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hani', /\p{Script=Han}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Latn', /\p{Script=Latin}/u],
]

/**
 * ISO 15924 code of the script of a name: the first of the table that occurs in it, so that a name
 * with Latin in brackets counts as what it chiefly shows; `Zyyy` where it has no letters.
 */
export const scriptOf = (name: string): string =>
  scripts.find(([, letters]) => letters.test(name))?.[0] ?? 'Zyyy'
