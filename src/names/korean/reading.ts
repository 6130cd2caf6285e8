import { type Choice, type Path, type Position, type Reading, toChoice } from '../lattice/index.ts'
import { remember } from '../remember.ts'
import { type Arrangement, arrange, splitWord } from './arrangement.ts'
import type { SpelledScript } from './spelling.ts'
import { type Meaning, Syllables } from './syllable.ts'
import type { Word } from './words.ts'

/** Paths less likely than this against the likeliest are dropped. */
const leastPath = 0.003
const mostPaths = 6

const readers = new Map<string, Syllables>()

/** Partings of words, remembered by script: names share their words. */
const partings: Readonly<Record<SpelledScript, Map<string, readonly (readonly string[])[]>>> = {
  Latn: new Map(),
  Cyrl: new Map(),
  Kana: new Map(),
}

const part = (script: SpelledScript, word: string): readonly (readonly string[])[] => {
  const reader = readerOf(script)
  return remember(partings[script], word, () =>
    splitWord(word, (syllable) => reader.spells(syllable)),
  )
}

const readerOf = (script: SpelledScript): Syllables =>
  remember(readers, script, () => new Syllables(script))

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
  const styles = new Float64Array(reader.styles.length)
  let weight = 0
  for (let s = 0; s < styles.length; s++) {
    let product = (reader.styles[s] as { share: number }).share * arrangement.share
    for (const { meaning } of steps) product *= meaning.total[s] as number
    styles[s] = product
    weight += product
  }
  return { steps, styles, weight }
}

const toChoiceOf = (reader: Syllables, { styles, weight }: Weighed, step: Step): Choice => {
  const beliefs = styles.map((share, s) => {
    const total = step.meaning.total[s] as number
    return total === 0 ? 0 : share / weight / total
  })
  return toChoice(
    reader.show(step.written),
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

const mostSyllables = 5
const mostProducts = 24

/** Every choice of one parting a word that a name can be made of; the first are of fewest syllables. */
const product = (lists: readonly (readonly (readonly string[])[])[]): (readonly string[])[][] => {
  const made: (readonly string[])[][] = []
  const extend = (taken: (readonly string[])[], syllables: number): void => {
    const list = lists[taken.length]
    if (!list) made.push(taken)
    else
      for (const parts of list)
        if (syllables + parts.length <= mostSyllables && made.length < mostProducts)
          extend([...taken, parts], syllables + parts.length)
  }
  extend([], 0)
  return made
}

/**
 * Reads words of one script as a Korean name: all partings into syllables, both orders, every style.
 * `chance` is the log2 chance that a Korean name is spelled so; undefined where it cannot be one. Most
 * names are not believed in after that, so `paths` are made when they are asked for.
 */
export const readSpelled = (
  script: SpelledScript,
  words: readonly Word[],
): { readonly paths: () => Reading['paths']; readonly chance: number } | undefined => {
  const reader = readerOf(script)
  if (words.length > mostSyllables) return undefined
  const splits: (readonly (readonly string[])[])[] = []
  for (const { text } of words) {
    const parted = part(script, text)
    if (parted.length === 0) return undefined
    splits.push(parted)
  }
  const weighed = product(splits)
    .flatMap((parts) => arrange(words, parts, (surname) => reader.heads(surname)))
    .map((arrangement) => weigh(reader, arrangement))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const most = weighed[0]?.weight
  if (most === undefined) return undefined
  const kept = weighed.slice(0, mostPaths).filter(({ weight }) => weight >= most * leastPath)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  const paths = (): Path[] => kept.map((each) => toPath(reader, each, total))
  return { paths, chance: Math.log2(total) }
}

const rememberedShares = new Map<string, number>()

/**
 * Share of Korean names that have a syllable spelled so somewhere: what of a token's frequency among
 * all names is due to Korean ones.
 */
export const spellingShare = (script: SpelledScript, text: string): number => {
  // The letters of a word tell its script, but for kana, which are written in Latin ones.
  if (script === 'Kana') return countShare(script, text)
  return remember(rememberedShares, text, () => countShare(script, text))
}

const countShare = (script: SpelledScript, text: string): number => {
  const reader = readerOf(script)
  if (!reader.spells(text)) return 0
  return (['surname', 'first', 'second'] as const).reduce((sum, position) => {
    const { total } = reader.meaning(text, position)
    return (
      sum + reader.styles.reduce((part, { share }, s) => part + share * (total[s] as number), 0)
    )
  }, 0)
}
