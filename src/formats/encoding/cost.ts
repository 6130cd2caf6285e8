import type { Candidate } from './candidates.ts'
import type { Language } from './languages.ts'

/**
 * How many bits a text costs when it is read as a candidate: minus log2 of the chance of seeing it.
 * A wrong reading gives rare characters, mixed scripts inside words and odd capitals, and each costs.
 */

const cost = {
  ascii: 4.5,
  control: 20,
  /** U+FFFD, C1 controls, private and unassigned code points. */
  broken: 40,
  sign: 10,
  /** An accent or vowel sign of its own, on a letter and without one. */
  mark: 9,
  strayMark: 20,
  /** A letter of a script that the encoding is not used for. */
  foreign: 20,
  /** Choosing a marked letter where plain ones are the rule. */
  marked: 5,
  /** A word of marked letters alone. */
  lonely: 8,
  /** A capital behind a small letter, a small letter behind two capitals. */
  oddCapitals: 6,
} as const

type Script = Language['script']

/** Shape of each script: how steep frequencies fall, what a character beyond the list costs. */
const shapes: Readonly<
  Record<Script, { offset: number; listed: number; rest: number; mixed: number; short: number }>
> = {
  Hangul: { offset: 15, listed: 0.93, rest: 15, mixed: 4, short: 0 },
  Han: { offset: 30, listed: 0.88, rest: 15.5, mixed: 4, short: 0 },
  Cyrillic: { offset: 0, listed: 0.99, rest: 12, mixed: 9, short: 8 },
  Greek: { offset: 0, listed: 0.99, rest: 12, mixed: 9, short: 8 },
  Hebrew: { offset: 0, listed: 0.99, rest: 12, mixed: 9, short: 8 },
  Arabic: { offset: 0, listed: 0.99, rest: 12, mixed: 9, short: 8 },
  Thai: { offset: 0, listed: 0.95, rest: 10, mixed: 9, short: 8 },
  Latin: { offset: 0, listed: 0.97, rest: 12, mixed: 0, short: 0 },
}

/** One language's characters with what each costs. */
const price = ({ script, frequent }: Language): Map<string, number> => {
  const { offset, listed } = shapes[script]
  const characters = [...new Set(frequent)]
  // Characters by the thousand follow Zipf's law, letters of an alphabet fall faster.
  const share = (rank: number): number => (offset === 0 ? Math.exp(-rank / 9) : 1 / (rank + offset))
  const sum = characters.reduce((total, _, rank) => total + share(rank), 0)
  return new Map(
    characters.map((character, rank) => [
      character,
      -Math.log2((listed / sum) * share(rank)) + (script === 'Latin' ? cost.marked : 0),
    ]),
  )
}

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Han', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|ー/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Thai', /\p{Script=Thai}/u],
]

/** What is known of a character under one candidate. */
type Sort = {
  readonly bits: number
  readonly script?: Script | 'other' | 'mark'
  readonly capital: boolean
}

/** Prices the characters of a candidate, each once. */
export class Pricing {
  readonly #prices = new Map<string, number>()
  readonly #spoken: ReadonlySet<Script>
  readonly #isUnicode: boolean
  readonly #sorts = new Map<string, Sort>()

  constructor(candidate: Candidate) {
    for (const language of candidate.languages)
      for (const [character, bits] of price(language))
        this.#prices.set(character, Math.min(bits, this.#prices.get(character) ?? bits))
    this.#spoken = new Set(candidate.languages.map((language) => language.script))
    this.#isUnicode = candidate.encoding === 'utf-8'
  }

  /** Bits of a whole text. */
  bits(text: string): number {
    let bits = 0
    let word: Word | undefined
    for (const character of text) {
      const sort = this.#sort(character)
      if (sort.script === 'mark') {
        bits += word ? cost.mark : cost.strayMark
        continue
      }
      bits += sort.bits
      if (!sort.script) {
        bits += word?.end() ?? 0
        word = undefined
        continue
      }
      if (word && word.script !== sort.script) {
        bits += word.end() + mixing(word.script, sort.script)
        word = undefined
      }
      word ??= new Word(sort.script)
      bits += word.add(character < '\u0080', sort.capital)
    }
    return bits + (word?.end() ?? 0)
  }

  #sort(character: string): Sort {
    const known = this.#sorts.get(character)
    if (known) return known
    const sort = this.#toSort(character)
    this.#sorts.set(character, sort)
    return sort
  }

  #toSort(character: string): Sort {
    const small = character.toLowerCase()
    const capital = small !== character
    if (character < '\u0080') {
      if (/[a-z]/i.test(character)) return { bits: cost.ascii, script: 'Latin', capital }
      const bits = character < ' ' && !/\s/.test(character) ? cost.control : cost.ascii
      return { bits, capital: false }
    }
    const script = scripts.find(([, test]) => test.test(character))?.[0]
    if (!script && /[\p{M}\p{Lm}\u200C\u200D]/u.test(character))
      return { bits: 0, script: 'mark', capital: false }
    if (!script && /\p{L}/u.test(character))
      return { bits: this.#foreign(character), script: 'other', capital }
    if (!script)
      return { bits: /[\p{C}\uFFFD]/u.test(character) ? cost.broken : cost.sign, capital: false }
    const bits = this.#prices.get(small) ?? this.#beyond(script, character)
    return { bits, script, capital }
  }

  /** A character that no list of the candidate has. */
  #beyond(script: Script, character: string): number {
    if (!this.#spoken.has(script)) return this.#foreign(character)
    // Latin letters of phonetics and of few languages, where other encodings' pairs land by chance.
    if (this.#isUnicode && script === 'Latin') return character < 'ƀ' || character > 'ʯ' ? 12 : 18
    return shapes[script].rest
  }

  /** In Unicode no script is foreign: the price is that of one code point among its neighbours. */
  #foreign(character: string): number {
    if (!this.#isUnicode) return cost.foreign
    return character < '\u0800' ? 11 : 15.5
  }
}

/** A script that no language of the table is written in behaves like an alphabet. */
const shape = (script: Script | 'other'): (typeof shapes)[Script] =>
  shapes[script === 'other' ? 'Greek' : script]

const mixing = (left: Script | 'other', right: Script | 'other'): number =>
  Math.max(shape(left).mixed, shape(right).mixed)

/** A run of letters of one script. */
class Word {
  readonly script: Script | 'other'
  #letters = 0
  #plain = 0
  #capitals = 0

  constructor(script: Script | 'other') {
    this.script = script
  }

  add(isPlain: boolean, isCapital: boolean): number {
    const smalls = this.#letters - this.#capitals
    const isOdd = isCapital ? smalls > 0 : this.#capitals > 1 && smalls === 0
    this.#letters++
    if (isPlain) this.#plain++
    if (isCapital) this.#capitals++
    return isOdd && !isPlain ? cost.oddCapitals : 0
  }

  end(): number {
    const marked = this.#letters - this.#plain
    if (marked === 0) return 0
    if (this.script === 'Latin')
      return (this.#plain === 0 ? cost.lonely : 0) + 4 * Math.max(0, marked - this.#plain)
    return Math.max(0, shape(this.script).short * (1.5 - this.#letters / 2))
  }
}
