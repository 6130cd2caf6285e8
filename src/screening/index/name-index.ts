import type { Millibits } from '../../model/index.ts'
import {
  alignmentWeight,
  information,
  joinedWeight,
  joinTokens,
  nameWeights,
  type TokenWeights,
  tokenWeight,
  unpairedCost,
} from '../../names/index.ts'
import { buildNameTable, type NameTable, type Postings, rarestFirst } from './name-table.ts'
import { SpellingIndex } from './spelling-index.ts'

/** A name of the index and the weight of its agreement with the name asked about. */
export type NameHit = { readonly name: number; readonly millibits: Millibits }

/** Vocabulary ids with the weight of each, heaviest first. */
type Weighed = { readonly ids: readonly number[]; readonly weights: ReadonlyMap<number, Millibits> }

/** One way in which tokens of the query can meet names. */
type Unit = {
  readonly weighed: Weighed
  readonly postings: Postings
  readonly heaviest: Millibits
  /** Number of places it leads to. */
  readonly cost: number
  /** Tokens of the query that it covers, as bits. */
  readonly covers: number
  /** Neighbouring tokens of a name that it covers, as bits from the first. */
  readonly right: number
}

/** Tokens after this one have no bit and count as covered, which only loosens the bound. */
const bits = 31

const covered = (mask: number, position: number): boolean =>
  position >= bits || (mask & (1 << position)) !== 0

const bit = (position: number): number => (position < bits ? 1 << position : 0)

const nothing: Weighed = { ids: [], weights: new Map() }
const cachedTokens = 20_000

/**
 * Finds every name whose comparison with a name reaches a floor, without comparing them all. Each
 * token meets its spellings through deletions; sums of the heaviest weights bound what a name can
 * reach (MaxScore, Turtle and Flood 1995), so the commonest tokens open no candidates where the rest
 * must be there anyway. The bound never lies below the weight of the full comparison: nothing that
 * comparing with every name finds is lost.
 */
export class NameIndex {
  readonly #table: NameTable
  readonly #letters: ReadonlyMap<string, number>
  readonly #words: SpellingIndex
  readonly #joins: SpellingIndex
  readonly #cache = new Map<string, { single: Weighed; joined: Weighed }>()
  readonly #sum: Int32Array
  readonly #unit: Int32Array
  readonly #left: Int32Array
  readonly #right: Int32Array
  #stamp = 0

  constructor(names: readonly (readonly string[])[]) {
    this.#table = buildNameTable(names)
    this.#letters = new Map(
      this.#table.vocabulary.flatMap((token, id) => (token.length === 1 ? [[token, id]] : [])),
    )
    this.#words = new SpellingIndex(this.#table.vocabulary)
    this.#joins = new SpellingIndex(this.#table.joined.map(([first, second]) => first + second))
    this.#sum = new Int32Array(names.length)
    this.#unit = new Int32Array(names.length)
    this.#left = new Int32Array(names.length)
    this.#right = new Int32Array(names.length)
  }

  get size(): number {
    return this.#table.size
  }

  /** Bytes of the typed arrays; strings of the vocabulary come on top. */
  get bytes(): number {
    const { starts, tokens, joins, byToken, byJoin, information: infos } = this.#table
    const arrays = [
      starts,
      tokens,
      joins,
      byToken.starts,
      byToken.names,
      byJoin.starts,
      byJoin.names,
    ]
    return [
      ...arrays,
      byToken.positions,
      byJoin.positions,
      infos,
      this.#sum,
      this.#unit,
      this.#left,
      this.#right,
    ].reduce((sum, array) => sum + array.byteLength, this.#words.bytes + this.#joins.bytes)
  }

  /** All names that reach the floor (above 0), in id order. */
  find(query: readonly string[], floor: Millibits): NameHit[] {
    const singles = query.map((token) => this.#weigh(token))
    const lefts = query.map((token, i) => this.#weighLeftJoined(token, query[i + 1]))
    const initials = query.map((token, i) => (token.length === 1 ? i : -1)).filter((i) => i >= 0)
    const bound = split(this.#units(singles, lefts), initials, floor)
    const touched = this.#accumulate(bound)
    const infos = query.map(information)
    const order = rarestFirst(infos)
    const hits: NameHit[] = []
    for (const name of touched.sort()) {
      const reach = (this.#sum[name] as number) + bound.slack
      if (reach < floor) continue
      const spare = { right: bound.spare, millibits: reach - floor }
      if (this.#costsMore(name, infos, order, spare)) continue
      const weights = this.#weights(query, name, singles, lefts)
      const millibits = alignmentWeight(infos, this.#infos(name), weights)
      if (millibits >= floor) hits.push({ name, millibits })
    }
    return hits
  }

  /**
   * Whether the tokens that nothing covers cost more than the name has to spare, when the dearest
   * few of them may yet be paired.
   */
  #costsMore(
    name: number,
    infos: readonly Millibits[],
    order: readonly number[],
    spare: { readonly right: number; readonly millibits: Millibits },
  ): boolean {
    const { starts, tokens, rarest, information: known } = this.#table
    const [left, right] = [this.#left[name] as number, this.#right[name] as number]
    const from = starts[name] as number
    const length = (starts[name + 1] as number) - from
    let [i, j, skip, cost] = [0, 0, spare.right, 0]
    while (cost <= spare.millibits) {
      while (i < order.length && covered(left, order[i] as number)) i++
      while (j < length && (covered(right, rarest[from + j] as number) || skip-- > 0)) j++
      if (i >= order.length && j >= length) return false
      const a = i < order.length ? (infos[order[i++] as number] as number) : 0
      const b =
        j < length ? (known[tokens[from + (rarest[from + j++] as number)] as number] as number) : 0
      cost += unpairedCost(a, b)
    }
    return true
  }

  #infos(name: number): Millibits[] {
    const { starts, tokens, information: known } = this.#table
    const infos: Millibits[] = []
    for (let k = starts[name] as number; k < (starts[name + 1] as number); k++)
      infos.push(known[tokens[k] as number] as Millibits)
    return infos
  }

  /** The spellings of one token among single and joined forms, remembered for the next query. */
  #weigh(token: string): { single: Weighed; joined: Weighed } {
    const known = this.#cache.get(token)
    if (known) return known
    const { vocabulary, joined } = this.#table
    const weighed = {
      single: this.#weighed([...this.#words.near(token), ...this.#initialOf(token)], (id) =>
        tokenWeight(token, vocabulary[id] as string),
      ),
      joined: this.#weighed(this.#joins.near(token), (id) => {
        const [first, second] = joined[id] as readonly [string, string]
        return joinedWeight(first, second, token)
      }),
    }
    if (this.#cache.size >= cachedTokens) this.#cache.clear()
    this.#cache.set(token, weighed)
    return weighed
  }

  /** A longer token also meets the names that give only its first letter. */
  #initialOf(token: string): readonly number[] {
    const id = token.length > 1 ? this.#letters.get(token.charAt(0)) : undefined
    return id === undefined ? [] : [id]
  }

  #weighLeftJoined(first: string, second: string | undefined): Weighed {
    const joined = second === undefined ? undefined : joinTokens(first, second)
    if (second === undefined || joined === undefined) return nothing
    return this.#weighed(this.#words.near(joined), (id) =>
      joinedWeight(first, second, this.#table.vocabulary[id] as string),
    )
  }

  #weighed(near: Iterable<number>, weigh: (id: number) => Millibits): Weighed {
    const weights = new Map<number, Millibits>()
    for (const id of near) {
      const weight = weigh(id)
      if (weight > 0) weights.set(id, weight)
    }
    const ids = [...weights.keys()].sort(
      (a, b) => (weights.get(b) as number) - (weights.get(a) as number),
    )
    return { ids, weights }
  }

  #units(
    singles: readonly { single: Weighed; joined: Weighed }[],
    lefts: readonly Weighed[],
  ): Unit[] {
    const { byToken, byJoin } = this.#table
    return [
      ...singles.map(({ single }, i) => unit(single, byToken, bit(i), 1)),
      ...singles.map(({ joined }, i) => unit(joined, byJoin, bit(i), 3)),
      ...lefts.map((left, i) => unit(left, byToken, bit(i) | bit(i + 1), 1)),
    ].filter(({ heaviest }) => heaviest > 0)
  }

  /**
   * Adds up, for each name that a unit meets, the heaviest weight of the unit, and notes every token
   * that it could cover there; returns those names.
   */
  #accumulate({ essential, covers: covered }: Bound): Int32Array {
    const touched: number[] = []
    const opened = this.#stamp + 1
    for (const { weighed, postings, covers, right } of essential) {
      const stamp = ++this.#stamp
      for (const id of weighed.ids) {
        const weight = weighed.weights.get(id) as number
        const end = postings.starts[id + 1] as number
        for (let p = postings.starts[id] as number; p < end; p++) {
          const name = postings.names[p] as number
          const last = this.#unit[name] as number
          if (last < opened) {
            touched.push(name)
            this.#sum[name] = 0
            this.#left[name] = covered
            this.#right[name] = 0
          }
          if (last !== stamp) {
            this.#unit[name] = stamp
            this.#sum[name] = (this.#sum[name] as number) + weight
            this.#left[name] = (this.#left[name] as number) | covers
          }
          const position = postings.positions[p] as number
          this.#right[name] =
            (this.#right[name] as number) | (position < bits ? right << position : 0)
        }
      }
    }
    return Int32Array.from(touched)
  }

  #weights(
    query: readonly string[],
    name: number,
    singles: readonly { single: Weighed; joined: Weighed }[],
    lefts: readonly Weighed[],
  ): TokenWeights {
    const { tokens, joins, vocabulary } = this.#table
    const at = this.#table.starts[name] as number
    const idAt = (j: number): number => tokens[at + j] as number
    return {
      single: (i, j) => {
        const weight = singles[i]?.single.weights.get(idAt(j))
        if (weight !== undefined) return weight
        const left = query[i] as string
        return left.length === 1 ? tokenWeight(left, vocabulary[idAt(j)] as string) : 0
      },
      leftJoined: (i, j) => lefts[i]?.weights.get(idAt(j)) ?? 0,
      rightJoined: (i, j) => singles[i]?.joined.weights.get(joins[at + j] as number) ?? 0,
    }
  }
}

const unit = (weighed: Weighed, postings: Postings, covers: number, right: number): Unit => ({
  weighed,
  postings,
  heaviest: weighed.weights.get(weighed.ids[0] ?? -1) ?? 0,
  cost: weighed.ids.reduce(
    (sum, id) => sum + (postings.starts[id + 1] as number) - (postings.starts[id] as number),
    0,
  ),
  covers,
  right,
})

/** What the units that open no candidates may add to a name that others opened. */
type Bound = {
  readonly essential: readonly Unit[]
  readonly slack: Millibits
  /** Tokens of a name that they may cover. */
  readonly spare: number
  /** Tokens of the query that they may cover, as bits. */
  readonly covers: number
}

/**
 * The costliest units whose heaviest weights together stay below the floor cannot reach it alone.
 * Initials in the query could stand for half the vocabulary, so they never open candidates either.
 */
const split = (units: readonly Unit[], initials: readonly number[], floor: Millibits): Bound => {
  const essential: Unit[] = []
  let slack = initials.length * nameWeights.initial
  let spare = initials.length
  let covers = initials.reduce((mask, i) => mask | bit(i), 0)
  for (const each of [...units].sort((a, b) => b.cost - a.cost)) {
    if (essential.length === 0 && slack + each.heaviest < floor) {
      slack += each.heaviest
      spare += each.right === 3 ? 2 : 1
      covers |= each.covers
    } else essential.push(each)
  }
  return { essential, slack, spare, covers }
}
