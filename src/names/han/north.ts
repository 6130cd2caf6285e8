import { southern, toHangul, toSyllable } from '../hangul.ts'

/** The southern spelling of a northern syllable at the start of a word: 리 is written 이, 로 노, 녀 여. */
export const toSouthern = (syllable: string): string => {
  const id = toSyllable(syllable)
  return id < 0 ? syllable : toHangul(southern(id)) + syllable.slice(1)
}

/** The northern twin of a syllable where the readings of one character hold both, else the syllable. */
export const toNorthern = (syllable: string, readings: readonly string[]): string =>
  readings.find((other) => other !== syllable && toSouthern(other) === syllable) ?? syllable
