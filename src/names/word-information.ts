import { listInformation } from './list-information.ts'

/** From this on a word is in no table; long ones are each rarer, some three bits a letter. */
const unlisted = { information: 11, letter: 3, start: 1.5 }

/**
 * What a whole word says among names of all kinds, in bits. Unlike a token that two names share, a word
 * that is read by itself is the rarer the longer it is, though no table lists it.
 */
export const wordInformation = (word: string): number => {
  const listed = listInformation(word)
  if (listed < unlisted.information) return listed
  return Math.max(listed, unlisted.start + unlisted.letter * word.length)
}
