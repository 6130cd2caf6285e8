import { pinyinReadings } from '../han/index.ts'
import { finalOf, finals, initialOf, syllableCount, toHangul, vowelOf } from '../hangul.ts'
import type { Choice, Language } from '../lattice/index.ts'
import { shares, surnameSyllables } from './frequency.ts'
import { pinyinStyle } from './pinyin-style.ts'
import { sayWays } from './side.ts'

/** Whether two syllables differ in one letter, so that a slip may turn one into the other. */
const near = (a: number, b: number): boolean => {
  if (a >= syllableCount || b >= syllableCount) return false
  const sameVowel = vowelOf(a) === vowelOf(b)
  if (sameVowel && Math.abs(a - b) < finals.length) return true
  const sameLetters =
    Number(sameVowel) + Number(initialOf(a) === initialOf(b)) + Number(finalOf(a) === finalOf(b))
  return sameLetters === 2
}

/**
 * Papers guess the characters of northern names by ear (金正恩 was 正云 and 正銀), so that other
 * characters of the same reading count little against a name.
 */
const characters = { same: 3, other: 0.2 }

const ideograph = /^\p{Script=Han}$/u

/** Whether a character is never read as the pinyin that it is met with: 小 is not Zhao, though both are 소. */
const isOtherPinyin = (character: Choice, spelled: Choice): boolean =>
  spelled.ways[0] === pinyinStyle.name &&
  ideograph.test(character.written) &&
  !pinyinReadings(character.written).some(([reading]) => reading === spelled.written)

/** Korean names as the lattice compares them, in northern syllables. */
export const korean: Language = {
  id: 'korean',
  name: 'Korean',
  share: (syllable, position) => shares[position][syllable] as number,
  near,
  characters,
  contradicts: (a, b) => isOtherPinyin(a, b) || isOtherPinyin(b, a),
  print: (syllable) => surnameSyllables(syllable).map(toHangul).join(''),
  say: sayWays,
}
