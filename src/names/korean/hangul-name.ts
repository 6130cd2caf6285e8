import { northernTwins, southern, toHangul, toSyllable } from '../hangul.ts'
import { type Choice, type Path, type Position, toChoice, type Word } from '../lattice/index.ts'
import { compoundOf, isSurname, shares } from './frequency.ts'

/** How likely a Hangul text follows the southern rule for the first letter of a word. */
const southernShare: Readonly<Record<Position, number>> = {
  surname: 0.5,
  first: 0.5,
  second: 0.08,
  single: 0.5,
}

const ways = { hangul: 'Hangul', northern: 'northern Hangul', southern: 'southern Hangul' }

const choiceOf = (syllable: number, position: Position): Choice => {
  const rule = southernShare[position]
  const common = (id: number): number => shares[position][id] as number
  const falls = southern(syllable) !== syllable
  return toChoice(toHangul(syllable), [
    {
      syllable,
      weight: common(syllable) * (falls ? 1 - rule : 1),
      way: falls ? ways.northern : ways.hangul,
    },
    ...northernTwins(syllable).map((twin) => ({
      syllable: twin,
      weight: common(twin) * rule,
      way: ways.southern,
    })),
  ])
}

const givenOf = (syllables: readonly number[]): Choice[] =>
  syllables.map((syllable, k) => {
    if (syllables.length === 1) return choiceOf(syllable, 'single')
    return choiceOf(syllable, k === 0 ? 'first' : 'second')
  })

const singleCompound = 0.3

/** Ways to read a name in Hangul: nearly always one, two where it may begin with a long family name. */
export const readHangul = (words: readonly Word[]): Path[] => {
  const syllables = words.flatMap(({ text }) => [...text].map(toSyllable))
  if (syllables.some((syllable) => syllable < 0) || syllables.length < 2 || syllables.length > 5)
    return []
  const [first, second] = syllables as [number, number]
  const compound = syllables.length > 2 ? compoundOf(first, second) : -1
  const rest = syllables.slice(1)
  const simple: Path = { share: 1, surname: choiceOf(first, 'surname'), given: givenOf(rest) }
  const reversed = words.length === 2 && [...(words[1] as Word).text].length === 1
  if (reversed && !isSurname(first)) {
    const last = syllables.at(-1) as number
    return [
      { share: 1, surname: choiceOf(last, 'surname'), given: givenOf(syllables.slice(0, -1)) },
    ]
  }
  if (compound < 0) return syllables.length > 4 ? [] : [simple]
  const share = syllables.length === 3 ? singleCompound : 0.95
  const surname = toChoice(toHangul(first) + toHangul(second), [
    { syllable: compound, weight: 1, way: ways.hangul },
  ])
  return [
    { ...simple, share: 1 - share },
    { share, surname, given: givenOf(syllables.slice(2)) },
  ]
}
