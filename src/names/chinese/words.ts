import type { Word } from '../lattice/index.ts'

/** Longer texts are no names of persons. */
const longest = 48
const apostrophes = /['’‘ʼʻ`´ʹʾ′]/g
/** An apostrophe of Wade-Giles stands after a consonant that may be breathed; others part syllables. */
const parting = /(?<!ch|ts|tz|[ptk])'|'(?![a-zü])/g
const tones = /[\u0300\u0301\u0304\u030c\u0302\u0306]/g
const letters = /^[a-zü']+$/
const plain = /^[a-z]+$/
/** Signs that no spelling of a Chinese name has. */
const foreign = /[^\p{Script=Latin}\p{M}\s,'’‘ʼʻ`´ʹʾ′‐‑–-]/u
/** A surname of two syllables and a given name of two, each written apart. */
const mostWords = 4

const foldWord = (word: string): string => {
  const lower = word.toLowerCase()
  if (plain.test(lower)) return lower
  return lower.normalize('NFD').replace(tones, '').normalize('NFC').replace(parting, '')
}

/**
 * Parts a name in Latin letters into words in lower case: tones off, ü and the apostrophes of
 * Wade-Giles kept. Undefined where it has other signs or is no name by its length.
 */
export const toLatinWords = (text: string): readonly Word[] | undefined => {
  if (text.length > longest || foreign.test(text)) return undefined
  const words: Word[] = []
  let before: Word['before'] = 'start'
  for (const [part] of text.replace(apostrophes, "'").matchAll(/[\s,‐‑–-]+|[^\s,‐‑–-]+/g)) {
    if (/^[\s,‐‑–-]+$/.test(part)) {
      if (words.length > 0) before = separatorOf(part)
      continue
    }
    const word = foldWord(part)
    if (!letters.test(word) || words.length === mostWords) return undefined
    words.push({ text: word, before, capitals: part.length > 1 && part === part.toUpperCase() })
    before = 'space'
  }
  if (words.length === 0) return undefined
  const shouted = words.every(({ capitals }) => capitals)
  return shouted ? words.map((word) => ({ ...word, capitals: false })) : words
}

const separatorOf = (signs: string): Word['before'] => {
  if (signs.includes(',')) return 'comma'
  return /\S/.test(signs) ? 'hyphen' : 'space'
}
