import type { Millibits } from '../../model/index.ts'
import { joinedEdits, joinedWeight, joinTokens, tokenWeight } from '../../names/index.ts'
import type { NameTable, Postings } from './name-table.ts'
import { SpellingIndex } from './spelling-index.ts'

/** Vocabulary ids with the weight of each, heaviest first. */
export type Weighed = {
  readonly ids: readonly number[]
  readonly weights: ReadonlyMap<number, Millibits>
}

/** One way in which tokens of the query can meet names. */
export type Unit = {
  readonly weighed: Weighed
  readonly postings: Postings
  readonly heaviest: Millibits
  /** Number of places it leads to. */
  readonly cost: number
  /** Tokens of the query that it covers, as bits. */
  readonly covers: number
  /** Whether it meets two neighbouring tokens of a name, written as one in the query. */
  readonly joins: boolean
}

/** The ways in which each token of a query can meet names, by position in the query. */
export type Ways = {
  readonly single: readonly Weighed[]
  readonly rightJoined: readonly Weighed[]
  readonly leftJoined: readonly Weighed[]
}

/** Tokens after this one have no bit and count as covered, which only loosens the bound. */
export const bits = 31

export const bit = (position: number): number => (position < bits ? 1 << position : 0)

const nothing: Weighed = { ids: [], weights: new Map() }
const mostRemembered = 20_000

/** Finds the spellings of tokens in a vocabulary, and remembers those of late. */
export class Spellings {
  readonly #table: NameTable
  readonly #words: SpellingIndex
  readonly #joins: SpellingIndex
  readonly #letters: ReadonlyMap<string, number>
  readonly #remembered = new Map<string, { single: Weighed; joined: Weighed }>()

  constructor(table: NameTable) {
    this.#table = table
    this.#words = new SpellingIndex(table.vocabulary)
    this.#joins = new SpellingIndex(
      table.joined.map(([first, second]) => first + second),
      joinedEdits,
    )
    this.#letters = new Map(
      table.vocabulary.flatMap((token, id) => (token.length === 1 ? [[token, id]] : [])),
    )
  }

  get bytes(): number {
    return this.#words.bytes + this.#joins.bytes
  }

  ways(query: readonly string[]): Ways {
    const weighed = query.map((token) => this.#weigh(token))
    return {
      single: weighed.map(({ single }) => single),
      rightJoined: weighed.map(({ joined }) => joined),
      leftJoined: query.map((token, i) => this.#weighJoined(token, query[i + 1])),
    }
  }

  units({ single, rightJoined, leftJoined }: Ways): Unit[] {
    const { byToken, byJoin } = this.#table
    return [
      ...single.map((weighed, i) => toUnit(weighed, byToken, bit(i), false)),
      ...rightJoined.map((weighed, i) => toUnit(weighed, byJoin, bit(i), true)),
      ...leftJoined.map((weighed, i) => toUnit(weighed, byToken, bit(i) | bit(i + 1), false)),
    ].filter(({ heaviest }) => heaviest > 0)
  }

  #weigh(token: string): { single: Weighed; joined: Weighed } {
    const known = this.#remembered.get(token)
    if (known) return known
    const { vocabulary, joined } = this.#table
    const near = this.#words.near(token)
    // A longer token also meets the names that give only its first letter.
    const initial = token.length > 1 ? this.#letters.get(token.charAt(0)) : undefined
    if (initial !== undefined) near.push(initial)
    const weighed = {
      single: weigh(near, (id) => tokenWeight(token, vocabulary[id] as string)),
      joined: weigh(this.#joins.near(token, joinedEdits), (id) => {
        const [first, second] = joined[id] as readonly [string, string]
        return joinedWeight(first, second, token)
      }),
    }
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear()
    this.#remembered.set(token, weighed)
    return weighed
  }

  #weighJoined(first: string, second: string | undefined): Weighed {
    const joined = second === undefined ? undefined : joinTokens(first, second)
    if (second === undefined || joined === undefined) return nothing
    return weigh(this.#words.near(joined, joinedEdits), (id) =>
      joinedWeight(first, second, this.#table.vocabulary[id] as string),
    )
  }
}

const weigh = (near: readonly number[], weightOf: (id: number) => Millibits): Weighed => {
  const weights = new Map<number, Millibits>()
  for (const id of near) {
    const weight = weightOf(id)
    if (weight > 0) weights.set(id, weight)
  }
  if (weights.size === 0) return nothing
  const ids = [...weights.keys()]
  ids.sort((a, b) => (weights.get(b) as number) - (weights.get(a) as number))
  return { ids, weights }
}

const toUnit = (weighed: Weighed, postings: Postings, covers: number, joins: boolean): Unit => {
  let cost = 0
  for (const id of weighed.ids)
    cost += (postings.starts[id + 1] as number) - (postings.starts[id] as number)
  const heaviest = weighed.weights.get(weighed.ids[0] ?? -1) ?? 0
  return { weighed, postings, heaviest, cost, covers, joins }
}
