import type { Millibits } from '../../model/index.ts'
import {
  joinedEdits,
  joinTokens,
  readToken,
  Token,
  weighJoined,
  weighTokens,
} from '../../names/index.ts'
import type { NameTable } from './name-table.ts'
import { countPlaces, type Postings } from './postings.ts'
import { type Forms, idRange, SpellingIndex } from './spelling-index.ts'

/** Keys of a table that a token may stand for, with the weight of each, heaviest first. */
export type Weighed = {
  readonly ids: Int32Array
  readonly weights: Int32Array
  /** Number of places that they lead to. */
  readonly places: number
}

/** The ways in which each token of a query can meet names, by position in the query. */
export type Ways = {
  /** Tokens of names. */
  readonly single: readonly Weighed[]
  /** Two neighbouring tokens of a name that the query writes as one. */
  readonly rightJoined: readonly Weighed[]
  /** Tokens of names for this token of the query and the next, written apart there. */
  readonly leftJoined: readonly Weighed[]
}

const nothing: Weighed = { ids: new Int32Array(0), weights: new Int32Array(0), places: 0 }
const mostRemembered = 50_000

/** The forms of words and of words written together. */
export type SpellingForms = { readonly words: Forms; readonly joins: Forms }

/** Finds the spellings of tokens in the vocabulary of a table, and remembers those of late. */
export class Spellings {
  readonly #table: NameTable
  readonly #words: SpellingIndex
  readonly #joins: SpellingIndex
  readonly #letters: ReadonlyMap<string, number>
  /** The vocabulary and the joined pairs, read as far as they were met. */
  readonly #tokens: (Token | undefined)[]
  readonly #joined: (Joined | undefined)[]
  readonly #remembered = new Map<string, { single: Weighed; joined: Weighed }>()
  readonly #pairs = new Map<string, Weighed>()

  constructor(table: NameTable, forms?: SpellingForms) {
    this.#table = table
    this.#words = new SpellingIndex(table.vocabulary, 2, forms?.words)
    const together = table.joined.map((pair) => pair.replace(' ', ''))
    this.#joins = new SpellingIndex(together, joinedEdits, forms?.joins)
    this.#tokens = new Array(table.vocabulary.length)
    this.#joined = new Array(table.joined.length)
    this.#letters = new Map(
      table.vocabulary.flatMap((token, id) => (token.length === 1 ? [[token, id]] : [])),
    )
  }

  get forms(): SpellingForms {
    return { words: this.#words.forms, joins: this.#joins.forms }
  }

  ways(query: readonly string[]): Ways {
    const weighed = query.map((token) => this.#weigh(token))
    return {
      single: weighed.map(({ single }) => single),
      rightJoined: weighed.map(({ joined }) => joined),
      leftJoined: query.map((token, i) => this.#weighJoined(token, query[i + 1])),
    }
  }

  #weigh(text: string): { single: Weighed; joined: Weighed } {
    const known = this.#remembered.get(text)
    if (known) return known
    const token = readToken(text)
    const near = this.#words.near(text)
    // A longer token also meets the names that give only its first letter.
    const initial = text.length > 1 ? this.#letters.get(text.charAt(0)) : undefined
    if (initial !== undefined && !near.includes(initial)) near.push(initial)
    const { byToken, byJoin } = this.#table
    const weighed = {
      single: weigh(near, byToken, (id) => weighTokens(token, this.#token(id))),
      joined: weigh(this.#joins.near(text, joinedEdits), byJoin, (id) => {
        const { whole, apart } = this.#pair(id)
        return weighJoined(whole, apart, token)
      }),
    }
    remember(this.#remembered, text, weighed)
    return weighed
  }

  #weighJoined(first: string, second: string | undefined): Weighed {
    const joined = second === undefined ? undefined : joinTokens(first, second)
    if (second === undefined || joined === undefined) return nothing
    const pair = `${first} ${second}`
    const known = this.#pairs.get(pair)
    if (known) return known
    const whole = readToken(joined)
    const apart = readToken(first).information + readToken(second).information
    const weighed = weigh(this.#words.near(joined, joinedEdits), this.#table.byToken, (id) =>
      weighJoined(whole, apart, this.#token(id)),
    )
    remember(this.#pairs, pair, weighed)
    return weighed
  }

  #token(id: number): Token {
    const known = this.#tokens[id]
    if (known) return known
    const token = new Token(this.#table.vocabulary[id] as string)
    this.#tokens[id] = token
    return token
  }

  #pair(id: number): Joined {
    const known = this.#joined[id]
    if (known) return known
    const pair = this.#table.joined[id] as string
    const [first, second] = pair.split(' ') as [string, string]
    const apart = readToken(first).information + readToken(second).information
    const joined = { whole: new Token(first + second), apart }
    this.#joined[id] = joined
    return joined
  }
}

/** Two neighbouring tokens as one, and what they say apart. */
type Joined = { readonly whole: Token; readonly apart: Millibits }

const remember = <T>(remembered: Map<string, T>, key: string, value: T): void => {
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, value)
}

const weigh = (
  near: readonly number[],
  postings: Postings,
  weightOf: (id: number) => Millibits,
): Weighed => {
  const found: number[] = []
  for (const id of near) {
    const weight = weightOf(id)
    if (weight > 0) found.push(weight * idRange + id)
  }
  if (found.length === 0) return nothing
  const sorted = Float64Array.from(found).sort().reverse()
  const ids = Int32Array.from(sorted, (each) => each % idRange)
  const weights = Int32Array.from(sorted, (each) => Math.floor(each / idRange))
  return { ids, weights, places: countPlaces(postings, ids) }
}
