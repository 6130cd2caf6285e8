import { remember } from '../remember.ts'
import { type Arrangement, arrange, type NameHabits } from './arrangement.ts'
import { type Parting, type PartingLimits, partSlipped, partWord, type Stretch } from './parting.ts'
import { type Choice, type Language, type Path, type Position, toChoice } from './reading.ts'
import { Slips, type Unslipped } from './slip.ts'
import { type Meaning, type Meant, type Speller, toMeaning } from './speller.ts'
import { latticeWeights } from './weights.ts'
import type { Word } from './words.ts'

/** What a language says of reading its spelled names. */
export type SpelledLanguage = {
  readonly speller: Speller
  readonly habits: NameHabits
  readonly limits: PartingLimits & {
    readonly mostProducts: number
    /** Paths less likely than this against the likeliest are dropped. */
    readonly leastPath: number
  }
  /** Share of names that have the syllable in this position; never 0. */
  readonly share: Language['share']
  /** What a word says among names of all kinds, in bits. */
  readonly information: (word: string) => number
}

/** What reading a spelling gives: the log2 chance that a name of the language is spelled so. */
export type SpelledReading = {
  readonly chance: number
  /** Whether a word was read that no style spells, by a slip of the hand. */
  readonly slipped: boolean
  /** Most names are not believed in, so paths are made when they are asked for. */
  readonly paths: () => readonly Path[]
}

type Step = {
  readonly stretch: Stretch
  readonly written: string
  readonly position: Position
  readonly meaning: Meaning
}
type Weighed = {
  readonly steps: readonly Step[]
  readonly styles: Float64Array
  readonly weight: number
}

const mostSyllables = 5
const mostPaths = 6
const bySlip = ', a slip of the hand'
/**
 * Words that are told less by the language than by all names, in bits, may be written by a slip; a word
 * that some style spells is likelier another rare name.
 */
const leastTold = { unread: 0, read: -7 }
/** Words of which all names have many are no slip. */
const leastStrange = 12
/** What the other words and the strangeness of one must say together for a slip to be thought of. */
const leastKnown = 18

const positionOf = (k: number, length: number): Position => {
  if (length === 1) return 'single'
  return k === 0 ? 'first' : 'second'
}

/** Every choice of one parting a word that a name can be made of; the first are of fewest syllables. */
const product = (lists: readonly (readonly Parting[])[], most: number): Parting[][] => {
  const made: Parting[][] = []
  const extend = (taken: Parting[], syllables: number): void => {
    const list = lists[taken.length]
    if (!list) made.push(taken)
    else
      for (const parting of list)
        if (syllables + parting.length <= mostSyllables && made.length < most)
          extend([...taken, parting], syllables + parting.length)
  }
  extend([], 0)
  return made
}

/** Reads names of one language in one script by their syllables; remembers words and syllables. */
export class SpelledNames {
  readonly #language: SpelledLanguage
  readonly #partings = new Map<string, readonly Parting[]>()
  readonly #slipped = new Map<string, readonly Parting[]>()
  readonly #wordShares = new Map<string, number>()
  #slips: Slips | undefined
  readonly #unslipped = new Map<string, readonly Unslipped[]>()
  readonly #shares = new Map<string, number>()
  readonly #slippedMeanings: Readonly<Record<Position, Map<string, Meaning>>> = {
    surname: new Map(),
    first: new Map(),
    second: new Map(),
    single: new Map(),
  }

  constructor(language: SpelledLanguage) {
    this.#language = language
  }

  /**
   * Reads words as a name: all partings into syllables, all orders, every style, of which one writes
   * the whole name. One word may be read by a slip of the hand where the others are told by the
   * language. Undefined where the words cannot be a name of it.
   */
  read(words: readonly Word[]): SpelledReading | undefined {
    const { habits, limits } = this.#language
    if (words.length > mostSyllables) return undefined
    const splits = this.#part(words)
    if (!splits) return undefined
    const weighed = product(splits, limits.mostProducts)
      .flatMap((parts) => arrange(words, parts, habits))
      .map((arrangement) => this.#weigh(arrangement))
      .filter((each) => each !== undefined)
      .sort((a, b) => b.weight - a.weight)
    const most = weighed[0]?.weight
    if (most === undefined) return undefined
    const kept = weighed
      .slice(0, mostPaths)
      .filter(({ weight }) => weight >= most * limits.leastPath)
    const total = kept.reduce((sum, { weight }) => sum + weight, 0)
    const paths = (): Path[] => kept.map((each) => toPath(this.#language, each, total))
    return { chance: Math.log2(total), slipped: isSlipped(weighed[0]), paths }
  }

  /**
   * Partings of each word. One word that names of the language tell less than all names do may be
   * written by a slip, where the others are told by it.
   */
  #part(words: readonly Word[]): readonly (readonly Parting[])[] | undefined {
    const splits = words.map(({ text }) => this.#partingsOf(text))
    const unread = splits.filter((each) => each.length === 0).length
    if (unread > 1) return undefined
    const at = this.#strangest(words, unread > 0 ? leastTold.unread : leastTold.read)
    if (at < 0) return unread > 0 ? undefined : splits
    const partings = [...(splits[at] ?? []), ...this.#slippedPartingsOf((words[at] as Word).text)]
    return partings.length === 0 ? undefined : splits.with(at, partings)
  }

  /** Place of the word that may be written by a slip, -1 for none. */
  #strangest(words: readonly Word[], least: number): number {
    const { information } = this.#language
    if (words.length < 2 || words.every(({ text }) => information(text) < leastStrange)) return -1
    const told = words.map(({ text }) => this.#told(text))
    const at = told.reduce((lowest, each, k) => (each < (told[lowest] as number) ? k : lowest), 0)
    if ((told[at] as number) >= least) return -1
    const rest = told.reduce((sum, each, k) => (k === at ? sum : sum + each), 0)
    const strangeness = information((words[at] as Word).text)
    return strangeness >= leastStrange && rest + strangeness >= leastKnown ? at : -1
  }

  #partingsOf(word: string): readonly Parting[] {
    const { limits, speller } = this.#language
    return remember(this.#partings, word, () => partWord(word, speller.spells, limits))
  }

  #slippedPartingsOf(word: string): readonly Parting[] {
    const { limits, speller } = this.#language
    const isSlip = (stretch: string): boolean => this.#unslip(stretch).length > 0
    return remember(this.#slipped, word, () => partSlipped(word, speller.spells, isSlip, limits))
  }

  /** How much more names of the language tell a word than all others do, in bits. */
  #told(word: string): number {
    return Math.log2(this.#wordShare(word)) + this.#language.information(word)
  }

  /** Share of names of the language that have a word, of one syllable or more, spelled so somewhere. */
  #wordShare(word: string): number {
    return remember(this.#wordShares, word, () => {
      const shareOf = (parting: Parting): number =>
        parting.reduce((share, { text }) => share * this.syllableShare(text), 1)
      return this.#partingsOf(word).reduce((most, each) => Math.max(most, shareOf(each)), 0)
    })
  }

  /** Share of names of the language that have a syllable spelled so somewhere. */
  syllableShare(text: string): number {
    return remember(this.#shares, text, () => {
      const { speller } = this.#language
      if (!speller.spells(text)) return 0
      return (['surname', 'first', 'second'] as const).reduce((sum, position) => {
        const { total } = speller.meaning(text, position)
        return (
          sum +
          speller.styles.reduce((part, { share }, s) => part + share * (total[s] as number), 0)
        )
      }, 0)
    })
  }

  #meaning({ text, slipped }: Stretch, position: Position): Meaning {
    return slipped ? this.#slip(text, position) : this.#language.speller.meaning(text, position)
  }

  #unslip(text: string): readonly Unslipped[] {
    this.#slips ??= new Slips(this.#language.speller.common())
    const slips = this.#slips
    return remember(this.#unslipped, text, () => slips.find(text))
  }

  /** What the syllables a slip away from letters mean, each by the chance of the slip. */
  #slip(text: string, position: Position): Meaning {
    return remember(this.#slippedMeanings[position], text, () => {
      const { speller } = this.#language
      const joints = new Map<number, Float64Array>()
      let heads = false
      for (const [right, chance] of this.#unslip(text)) {
        const meaning = speller.meaning(right, position)
        heads ||= meaning.heads
        for (const { syllable, joint } of meaning.meant) {
          const sum = joints.get(syllable) ?? new Float64Array(joint.length)
          for (let s = 0; s < joint.length; s++)
            sum[s] = (sum[s] as number) + chance * (joint[s] as number)
          joints.set(syllable, sum)
        }
      }
      const meant = [...joints].map(([syllable, joint]): Meant => ({ syllable, joint }))
      return toMeaning(meant, speller.styles.length, heads)
    })
  }

  #family(surname: Parting): Step | undefined {
    const [first, second] = surname
    if (!first) return undefined
    if (second && (first.slipped || second.slipped)) return undefined
    const meaning = second
      ? this.#language.speller.compound(first.text, second.text)
      : this.#meaning(first, 'surname')
    if (!meaning.heads) return undefined
    return {
      stretch: first,
      written: surname.map(({ text }) => text).join(''),
      position: 'surname',
      meaning,
    }
  }

  /** The chance of a spelling under each style; undefined where it is none. */
  #weigh({ surname, given, share }: Arrangement): Weighed | undefined {
    const { speller } = this.#language
    const family = this.#family(surname)
    if (!family && surname.length > 0) return undefined
    const steps = given.map((stretch, k): Step => {
      const position = positionOf(k, given.length)
      return { stretch, written: stretch.text, position, meaning: this.#meaning(stretch, position) }
    })
    if (family) steps.unshift(family)
    const styles = new Float64Array(speller.styles.length)
    let weight = 0
    for (let s = 0; s < styles.length; s++) {
      let chance = (speller.styles[s] as { share: number }).share * share
      for (const { meaning } of steps) chance *= meaning.total[s] as number
      styles[s] = chance
      weight += chance
    }
    return weight > 0 ? { steps, styles, weight } : undefined
  }
}

const isSlipped = (weighed: Weighed | undefined): boolean =>
  weighed?.steps.some(({ stretch }) => stretch.slipped) === true

/** Power of a syllable's share, with which what common syllables are read more often is taken back. */
const evening = latticeWeights.commonness - 1

const toChoiceOf = (
  { share: shareOf, speller }: SpelledLanguage,
  { styles, weight }: Weighed,
  step: Step,
): Choice => {
  const { meaning, position, stretch, written } = step
  const beliefs = styles.map((share, s) => {
    const total = meaning.total[s] as number
    return total === 0 ? 0 : share / weight / total
  })
  const weighed = meaning.meant.map(({ syllable, joint }) => {
    let [sum, best, style] = [0, 0, 0]
    for (let s = 0; s < beliefs.length; s++) {
      const part = (joint[s] as number) * (beliefs[s] as number)
      sum += part
      if (part > best) [best, style] = [part, s]
    }
    const way = speller.styles[style]?.name ?? ''
    const even = sum * shareOf(syllable, position) ** evening
    return { syllable, weight: even, way: stretch.slipped ? way + bySlip : way }
  })
  return toChoice(
    speller.show(written),
    weighed.filter((each) => each.weight > 0),
  )
}

const toPath = (language: SpelledLanguage, weighed: Weighed, total: number): Path => {
  const choices = weighed.steps.map((step) => toChoiceOf(language, weighed, step))
  const named = weighed.steps[0]?.position === 'surname'
  return {
    share: weighed.weight / total,
    surname: named ? choices[0] : undefined,
    given: named ? choices.slice(1) : choices,
  }
}
