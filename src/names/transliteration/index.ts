import anyAscii from 'any-ascii'
import { fromArabic } from './arabic.ts'
import { fromCyrillic } from './cyrillic.ts'
import { fromGreek } from './greek.ts'
import { fromHebrew } from './hebrew.ts'
import { fromKana } from './kana.ts'
import { inSpokenOrder } from './thai.ts'

/** Marks that letters of the alphabets of Europe carry; signs of other scripts are vowels. */
const marks = /[\u0300-\u036f]/g
const syllabic = /[\p{Script=Hangul}\p{Script=Han}]/gu

const byScript: readonly ((text: string) => string)[] = [
  fromCyrillic,
  fromGreek,
  fromArabic,
  fromHebrew,
  fromKana,
  inSpokenOrder,
]

/**
 * Latin spelling of a normalised text: own tables where the usual spelling of names is known, general
 * transliteration elsewhere, Hangul and Han one word a character. Marks are taken off.
 */
export const transliterate = (text: string): string => {
  const latin = byScript.reduce((part, read) => read(part), text)
  const plain = latin.replace(syllabic, ' $& ').normalize('NFD').replace(marks, '').normalize('NFC')
  return anyAscii(plain)
}
