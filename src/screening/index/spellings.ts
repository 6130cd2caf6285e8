import type { Millibits } from '../../model/index.ts'
import { joinedEdits, joinedWeight, joinTokens, tokenWeight } from '../../names/index.ts'
import type { NameTable } from './name-table.ts'
import { type Forms, SpellingIndex } from './spelling-index.ts'

/** Keys of a table that a token may stand for, with the weight of each, heaviest first. */
export type Weighed = {
  readonly ids: Int32Array
  readonly weights: Int32Array
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

const nothing: Weighed = { ids: new Int32Array(0), weights: new Int32Array(0) }
const mostRemembered = 50_000

/** The forms of words and of words written together. */
export type SpellingForms = { readonly words: Forms; readonly joins: Forms }

/** Finds the spellings of tokens in the vocabulary of a table, and remembers those of late. */
export class Spellings {
  readonly #table: NameTable
  readonly #words: SpellingIndex
  readonly #joins: SpellingIndex
  readonly #letters: ReadonlyMap<string, number>
  readonly #remembered = new Map<string, { single: Weighed; joined: Weighed }>()
  readonly #pairs = new Map<string, Weighed>()

  constructor(table: NameTable, forms?: SpellingForms) {
    this.#table = table
    this.#words = new SpellingIndex(table.vocabulary, 2, forms?.words)
    const together = table.joined.map((pair) => pair.replace(' ', ''))
    this.#joins = new SpellingIndex(together, joinedEdits, forms?.joins)
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

  #weigh(token: string): { single: Weighed; joined: Weighed } {
    const known = this.#remembered.get(token)
    if (known) return known
    const { vocabulary, joined } = this.#table
    const near = this.#words.near(token)
    // A longer token also meets the names that give only its first letter.
    const initial = token.length > 1 ? this.#letters.get(token.charAt(0)) : undefined
    if (initial !== undefined && !near.includes(initial)) near.push(initial)
    const weighed = {
      single: weigh(near, (id) => tokenWeight(token, vocabulary[id] as string)),
      joined: weigh(this.#joins.near(token, joinedEdits), (id) => {
        const [first, second] = (joined[id] as string).split(' ') as [string, string]
        return joinedWeight(first, second, token)
      }),
    }
    remember(this.#remembered, token, weighed)
    return weighed
  }

  #weighJoined(first: string, second: string | undefined): Weighed {
    const joined = second === undefined ? undefined : joinTokens(first, second)
    if (second === undefined || joined === undefined) return nothing
    const pair = `${first} ${second}`
    const known = this.#pairs.get(pair)
    if (known) return known
    const weighed = weigh(this.#words.near(joined, joinedEdits), (id) =>
      joinedWeight(first, second, this.#table.vocabulary[id] as string),
    )
    remember(this.#pairs, pair, weighed)
    return weighed
  }
}

const remember = <T>(remembered: Map<string, T>, key: string, value: T): void => {
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, value)
}

const weigh = (near: readonly number[], weightOf: (id: number) => Millibits): Weighed => {
  const found: { id: number; weight: Millibits }[] = []
  for (const id of near) {
    const weight = weightOf(id)
    if (weight > 0) found.push({ id, weight })
  }
  if (found.length === 0) return nothing
  found.sort((a, b) => b.weight - a.weight)
  return {
    ids: Int32Array.from(found, ({ id }) => id),
    weights: Int32Array.from(found, ({ weight }) => weight),
  }
}
