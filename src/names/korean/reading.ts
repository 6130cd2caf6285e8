import { type Choice, type Path, type Position, type Reading, toChoice } from '../lattice/index.ts'
import { type Arrangement, arrange, splitWord } from './arrangement.ts'
import type { SpelledScript } from './spelling.ts'
import { type Meaning, Syllables } from './syllable.ts'
import type { Word } from './words.ts'

/** Paths less likely than this against the likeliest are dropped. */
const leastPath = 0.01
const mostPaths = 6

const readers = new Map<SpelledScript, Syllables>()

const readerOf = (script: SpelledScript): Syllables => {
  const known = readers.get(script)
  if (known) return known
  const made = new Syllables(script)
  readers.set(script, made)
  return made
}

type Step = { readonly written: string; readonly position: Position; readonly meaning: Meaning }
type Weighed = {
  readonly steps: readonly Step[]
  readonly styles: Float64Array
  readonly weight: number
}

const positionOf = (k: number, length: number): Position => {
  if (length === 1) return 'single'
  return k === 0 ? 'first' : 'second'
}

const toSteps = (reader: Syllables, { surname, given }: Arrangement): Step[] => {
  const [first, second] = surname
  const family: Step[] = []
  if (first !== undefined)
    family.push({
      written: surname.join(''),
      position: 'surname',
      meaning:
        second === undefined ? reader.meaning(first, 'surname') : reader.compound(first, second),
    })
  return [
    ...family,
    ...given.map((written, k): Step => {
      const position = positionOf(k, given.length)
      return { written, position, meaning: reader.meaning(written, position) }
    }),
  ]
}

/** The chance of a spelling under each style: one style writes the whole name. */
const weigh = (reader: Syllables, arrangement: Arrangement): Weighed => {
  const steps = toSteps(reader, arrangement)
  const styles = Float64Array.from(reader.styles, ({ share }, s) =>
    steps.reduce(
      (product, { meaning }) => product * (meaning.total[s] as number),
      share * arrangement.share,
    ),
  )
  return { steps, styles, weight: styles.reduce((sum, share) => sum + share, 0) }
}

const toChoiceOf = (reader: Syllables, { styles, weight }: Weighed, step: Step): Choice => {
  const beliefs = styles.map((share, s) => {
    const total = step.meaning.total[s] as number
    return total === 0 ? 0 : share / weight / total
  })
  return toChoice(
    step.written,
    step.meaning.meant.map(({ syllable, joint }) => {
      let [sum, best, way] = [0, 0, 0]
      for (let s = 0; s < beliefs.length; s++) {
        const part = (joint[s] as number) * (beliefs[s] as number)
        sum += part
        if (part > best) [best, way] = [part, s]
      }
      return { syllable, weight: sum, way: reader.styles[way]?.name ?? '' }
    }),
  )
}

const toPath = (reader: Syllables, weighed: Weighed, total: number): Path => {
  const choices = weighed.steps.map((step) => toChoiceOf(reader, weighed, step))
  const named = weighed.steps[0]?.position === 'surname'
  return {
    share: weighed.weight / total,
    surname: named ? choices[0] : undefined,
    given: named ? choices.slice(1) : choices,
  }
}

const product = (lists: readonly (readonly (readonly string[])[])[]): (readonly string[])[][] =>
  lists.reduce<(readonly string[])[][]>(
    (made, list) => made.flatMap((head) => list.map((each) => [...head, each])).slice(0, 48),
    [[]],
  )

/**
 * Reads words of one script as a Korean name: all partings into syllables, both orders, every style.
 * `chance` is the log2 chance that a Korean name is spelled so; undefined where it cannot be one.
 */
export const readSpelled = (
  script: SpelledScript,
  words: readonly Word[],
): { readonly paths: Reading['paths']; readonly chance: number } | undefined => {
  const reader = readerOf(script)
  const splits = words.map(({ text }) => splitWord(text, (syllable) => reader.spells(syllable)))
  if (splits.some((split) => split.length === 0)) return undefined
  const weighed = product(splits)
    .flatMap((parts) => arrange(words, parts))
    .map((arrangement) => weigh(reader, arrangement))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const most = weighed[0]?.weight
  if (most === undefined) return undefined
  const kept = weighed.slice(0, mostPaths).filter(({ weight }) => weight >= most * leastPath)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  return { paths: kept.map((each) => toPath(reader, each, total)), chance: Math.log2(total) }
}
