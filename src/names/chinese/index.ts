import type { Position, Reading, Word } from '../lattice/index.ts'
import { informationBeside, leastSlipped, toBelief } from '../told.ts'
import { wordInformation } from '../word-information.ts'
import { readHanName } from './han-name.ts'
import { readLatin } from './latin-name.ts'
import { shares, toId } from './syllables.ts'
import { toLatinWords } from './words.ts'

export { chinese } from './language.ts'
export { toPinyin } from './syllables.ts'

/** One name in so many of all kinds is Chinese, before it is looked at: log2 of the odds. */
const priorOdds = Math.log2(1 / 12)
/** A reading that is less likely than this is none. */
const leastBelief = 0.001
const hasHan = /\p{Script=Han}/u
const hasLatin = /\p{Script=Latin}/u

/**
 * Reads a name in Han characters or Latin letters (pinyin, Wade-Giles with or without marks, Hong Kong
 * and regional spellings) as a Chinese name; undefined where it cannot be one. What it reads is a way
 * to compare spellings, never a word on who bears the name.
 */
export const readChinese = (text: string): Reading | undefined => {
  if (hasHan.test(text)) return readHanName(text)
  if (!hasLatin.test(text)) return undefined
  const words = toLatinWords(text)
  if (!words) return undefined
  const read = readLatin(words)
  if (!read) return undefined
  const belief = beliefOf(words, read.chance)
  return belief < (read.slipped ? leastSlipped : leastBelief)
    ? undefined
    : { belief, paths: read.paths(), slipped: read.slipped }
}

/** How well the spelling is told by Chinese against names of all kinds, word by word. */
const beliefOf = (words: readonly Word[], chance: number): number => {
  const others = words.reduce((sum, { text }) => sum + informationOf(text), 0)
  return toBelief(chance + others + priorOdds)
}

/** Names on the lists are Chinese to this part. */
const chineseOnLists = 0.01

/** What a word says among names that are not Chinese, in bits. */
const informationOf = (text: string): number => {
  const token = text.replace(/'/g, '').replace(/ü/g, 'u')
  const share = 2 ** -wordInformation(token)
  return informationBeside(share, chineseOnLists * shareOf(toId(token)))
}

const shareOf = (id: number): number =>
  id < 0 ? 0 : sharesOf('surname', id) + sharesOf('first', id) + sharesOf('second', id)

const sharesOf = (position: Position, id: number): number => shares[position][id] as number
