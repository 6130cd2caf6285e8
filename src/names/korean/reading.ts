import { type NameHabits, SpelledNames, type SpelledReading, type Word } from '../lattice/index.ts'
import { listInformation } from '../list-information.ts'
import { remember } from '../remember.ts'
import { shares } from './frequency.ts'
import type { SpelledScript } from './spelling.ts'
import { Syllables } from './syllable.ts'

const habits: NameHabits = {
  order: {
    front: 0.85,
    back: 0.13,
    joined: 0.5,
    noSurname: 0.02,
    noSurnameJoined: 0.3,
    lostSpace: 0.01,
  },
  against: { comma: 0.02, capitals: 0.05, hyphen: 0.05 },
  // The share of given names of one syllable is in the count of those.
  lengthOfGiven: [0, 1, 0.93, 0.005],
}

const limits = {
  longestWord: 24,
  longestSyllable: 8,
  mostSyllables: 4,
  shortestSlipped: 3,
  mostProducts: 24,
  leastPath: 0.003,
}

const readers = new Map<string, SpelledNames>()

const readerOf = (script: SpelledScript): SpelledNames =>
  remember(
    readers,
    script,
    () =>
      new SpelledNames({
        speller: new Syllables(script),
        habits,
        limits,
        share: (syllable, position) => shares[position][syllable] as number,
        information: listInformation,
      }),
  )

/** Reads words of one script as a Korean name; undefined where it cannot be one. */
export const readSpelled = (
  script: SpelledScript,
  words: readonly Word[],
): SpelledReading | undefined => readerOf(script).read(words)

/**
 * Share of Korean names that have a syllable spelled so somewhere: what of a token's frequency among
 * all names is due to Korean ones.
 */
export const spellingShare = (script: SpelledScript, text: string): number =>
  readerOf(script).syllableShare(text)
