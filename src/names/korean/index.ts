import type { Reading } from '../lattice/index.ts'
import { listInformation } from '../list-information.ts'
import { informationBeside, leastSlipped, toBelief } from '../told.ts'
import { headsName, readHan } from './han-name.ts'
import { readHangul } from './hangul-name.ts'
import { readSpelled, spellingShare } from './reading.ts'
import type { SpelledScript } from './spelling.ts'
import { toWords, type Words } from './words.ts'

export { korean } from './language.ts'
export { type KoreanSystem, koreanSystems, writeKorean } from './write.ts'

/** Odds, as log2, that a name is Korean before it is looked at, where names are compared for it. */
const priorOdds = Math.log2(2)

/** Hangul is Korean; characters are shared with Chinese and Japanese names. */
const belief = { hangul: 1, han: 0.45, otherHan: 0.02 }
/** A reading that is less likely than this is none. */
const leastBelief = 0.0001

/**
 * Reads a name in Hangul, Han, Latin, Cyrillic or kana as a Korean name; undefined where it cannot be
 * one. What it reads is a way to compare spellings, never a word on who bears the name.
 */
export const readKorean = (text: string): Reading | undefined => {
  const words = toWords(text)
  if (!words) return undefined
  if (words.script === 'Hang') {
    const paths = readHangul(words.words)
    return paths.length > 0 ? { belief: belief.hangul, paths } : undefined
  }
  if (words.script === 'Hani') {
    const paths = readHan(words.words)
    if (paths.length === 0) return undefined
    return { belief: headsName(paths) ? belief.han : belief.otherHan, paths }
  }
  const read = readSpelled(words.script, words.words)
  if (!read) return undefined
  const believed = beliefOf({ ...words, script: words.script }, read.chance)
  return believed < (read.slipped ? leastSlipped : leastBelief)
    ? undefined
    : { belief: believed, paths: read.paths(), slipped: read.slipped }
}

/** Names on the lists are Korean to this part. */
const koreanOnLists = 0.02

/** How well the spelling is told by Korean against names of all other kinds, token by token. */
const beliefOf = (
  { script, words }: Words & { readonly script: SpelledScript },
  chance: number,
): number => {
  const others = words.reduce((sum, { text }) => {
    const share = 2 ** -listInformation(text)
    return sum + informationBeside(share, koreanOnLists * spellingShare(script, text))
  }, 0)
  return toBelief(chance + others + priorOdds)
}
