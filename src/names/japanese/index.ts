import type { Reading } from '../lattice/index.ts'
import { toBelief } from '../told.ts'
import { transliterate } from '../transliteration/index.ts'
import { wordInformation } from '../word-information.ts'
import { readKanjiName } from './kanji-name.ts'
import { readRomaji } from './romaji-name.ts'

export { japanese } from './language.ts'

/** One name in so many of all kinds is Japanese, before it is looked at: log2 of the odds. */
const priorOdds = Math.log2(1 / 40)
/** A reading that is less likely than this is none. */
const leastBelief = 0.001
const longest = 48
const hasHan = /\p{Script=Han}/u
const allKana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・･\s]+$/u
const katakana = /\p{Script=Katakana}/u
/** Katakana writes foreign names, hiragana hardly any. */
const beliefs = { katakana: 0.5, hiragana: 0.95 }

/**
 * Reads a name in kanji, kana or romaji (Hepburn or Kunrei, long vowels written in any way) as a
 * Japanese name; undefined where it cannot be one. What it reads is a way to compare spellings, never
 * a word on who bears the name.
 */
export const readJapanese = (text: string): Reading | undefined => {
  if (text.length > longest) return undefined
  if (hasHan.test(text)) return readKanjiName(text)
  if (allKana.test(text)) {
    const read = readRomaji(transliterate(text.normalize('NFKC').replace(/[・･]/g, ' ')), 'kana')
    if (!read?.isListed) return undefined
    return {
      belief: katakana.test(text) ? beliefs.katakana : beliefs.hiragana,
      paths: read.paths(),
    }
  }
  const read = readRomaji(text, 'romaji')
  if (!read) return undefined
  const others = read.words.reduce((sum, word) => sum + wordInformation(word), 0)
  const belief = toBelief(read.chance + others + priorOdds)
  return belief < leastBelief ? undefined : { belief, paths: read.paths() }
}
