import type { Dice } from '../dice.ts'
import { drawHabit } from './draw.ts'
import type { KoreanName } from './korean-people.ts'
import { lettersOf, outputsOf } from './korean-print.ts'

/** Letters whose rarer spellings are too rare to draw. */
const plainLetters = 'ㄴㅇㅁㅎㅅㅊㅏ'

/** Habits for a letter: three of a vowel at most, two of a consonant. */
const habits = (position: 'initial' | 'vowel' | 'final', letter: string): readonly string[] => {
  const at = { initial: 'name start', vowel: 'any', final: 'end' }[position]
  if (plainLetters.includes(letter)) return outputsOf('rr', position, at, letter)
  const context = position === 'initial' ? 'any' : at
  const known = outputsOf('rok-press', position, context, letter)
  if (known.length === 1 && known[0] === '') return outputsOf('rr', position, at, letter)
  return known.slice(0, position === 'vowel' ? 3 : 2)
}

/** The first habit of each letter four times in five. */
export const pressGiven = (given: string, roll: Dice): string[] =>
  [...given].map((syllable) => {
    const [initial, vowel, final] = lettersOf(syllable)
    const said = (position: 'initial' | 'vowel' | 'final', letter: string): string =>
      drawHabit(habits(position, letter), roll, 80)
    return said('initial', initial) + said('vowel', vowel) + said('final', final)
  })

/** A family name in one of its usual spellings. */
export const pressFamily = (name: KoreanName, roll: Dice): string =>
  drawHabit(name.family.press.split(' '), roll)
