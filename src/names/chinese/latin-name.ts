import { type NameHabits, SpelledNames, type SpelledReading, type Word } from '../lattice/index.ts'
import { wordInformation } from '../word-information.ts'
import { speller } from './speller.ts'
import { shares } from './syllables.ts'

const habits: NameHabits = {
  order: {
    front: 0.6,
    back: 0.38,
    joined: 0.3,
    noSurname: 0,
    noSurnameJoined: 0,
    lostSpace: 0.01,
  },
  against: { comma: 0.02, capitals: 0.05, hyphen: 0.03 },
  lengthOfGiven: [0, 0.14, 0.86, 0.003],
}

const limits = {
  longestWord: 20,
  longestSyllable: 7,
  mostSyllables: 3,
  // Vietnamese names are made of syllables of three letters beside ones that pinyin has too.
  shortestSlipped: 4,
  mostProducts: 48,
  leastPath: 0.01,
}

const names = new SpelledNames({
  speller,
  habits,
  limits,
  share: (id, position) => shares[position][id] as number,
  information: wordInformation,
})

/** Reads Latin words as a Chinese name; undefined where it cannot be one. */
export const readLatin = (words: readonly Word[]): SpelledReading | undefined => names.read(words)
