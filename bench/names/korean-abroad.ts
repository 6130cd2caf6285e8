import type { Dice } from '../dice.ts'
import { drawHabit } from './draw.ts'
import type { KoreanName } from './korean-people.ts'
import { lettersOf, printPart, type Style } from './korean-print.ts'
import { readTable } from './tables.ts'

const kana = new Map(
  readTable('tables', 'ko_kana.tsv').map((row) => [row.open_syllable ?? '', row]),
)
const kanaFinals: Readonly<Record<string, string>> = {
  ㄱ: 'ク',
  ㄴ: 'ン',
  ㄹ: 'ル',
  ㅁ: 'ム',
  ㅂ: 'プ',
  ㅅ: 'ッ',
  ㅇ: 'ン',
}

/** A given name in katakana: every plain consonant is voiced. */
export const kanaGiven = (given: string): string =>
  [...given]
    .map((syllable) => {
      const [, , final] = lettersOf(syllable)
      const closed = (syllable.charCodeAt(0) - 0xac00) % 28
      const row = kana.get(String.fromCharCode(syllable.charCodeAt(0) - closed))
      return (row?.kana_voiced || row?.kana || '') + (kanaFinals[final] ?? '')
    })
    .join('')

/** Kontsevich's Cyrillic. */
export const kontsevich = (inside: 'voiced' | 'joined', between: string): Style => ({
  consonants: 'kontsevich',
  vowels: 'kontsevich',
  inside,
  between,
})

/** Papers print no mark for ㅇ. */
export const plainN = (text: string): string => text.replace(/нъ\|н|нъ/g, 'н')

/** A family name as Russian papers and passports have it. */
export const russianFamily = (name: KoreanName, roll: Dice): string =>
  drawHabit(name.family.russian.split('|'), roll)

/** Cyrillic with what papers mix up made alike: voicing, ё. */
const foldCyrillic = (text: string): string =>
  text
    .toLowerCase()
    .replace(/чж|дж/g, 'ч')
    .replace(/[гдбё]/g, (letter) => ({ г: 'к', д: 'т', б: 'п', ё: 'е' })[letter] ?? letter)
    .replace(/[\s-]/g, '')

/** Whether a Cyrillic text may stand for a given name. */
export const isCyrillicOf = (text: string, name: KoreanName): boolean => {
  const given = foldCyrillic(text.slice(text.indexOf(' ')))
  return ['voiced', 'joined'].some((inside) => {
    const style = kontsevich(inside as 'voiced' | 'joined', '')
    return foldCyrillic(plainN(printPart(name.given, style))) === given
  })
}
