import type { Millibits } from '../../model/index.ts'
import {
  type AddPair,
  alignmentWeight,
  information,
  nameWeights,
  tokenWeight,
  unpairedCost,
  wholeName,
} from '../../names/index.ts'
import { buildNameTable, type NameTable, rarestFirst } from './name-table.ts'
import { bit, bits, Spellings, type Unit, type Ways, type Weighed } from './unit.ts'

/** A name of the index and the weight of its agreement with the name asked about. */
export type NameHit = { readonly name: number; readonly millibits: Millibits }

/** Stamps start again before they leave the 32 bits that hold them. */
const lastStamp = 2 ** 30

/**
 * Finds every name whose comparison with a name reaches a floor, without comparing them all. Each
 * token meets its spellings through deletions; sums of the heaviest weights bound what a name can
 * reach (MaxScore, Turtle and Flood 1995), so the commonest tokens open no candidates where the rest
 * must be there anyway. The bound never lies below the weight of the full comparison: nothing that
 * comparing with every name finds is lost.
 */
export class NameIndex {
  readonly #table: NameTable
  readonly #spellings: Spellings
  /** Of each name that the query touched: the bound, the unit that added last, what is covered. */
  readonly #sum: Int32Array
  readonly #unit: Int32Array
  readonly #left: Int32Array
  readonly #right: Int32Array
  readonly #touched: Int32Array
  /** Names that weigh less by their tokens than as a whole, by their tokens in one order. */
  readonly #light = new Map<string, number[]>()
  #stamp = 0

  constructor(names: readonly (readonly string[])[]) {
    this.#table = buildNameTable(names)
    this.#spellings = new Spellings(this.#table)
    this.#sum = new Int32Array(names.length)
    this.#unit = new Int32Array(names.length)
    this.#left = new Int32Array(names.length)
    this.#right = new Int32Array(names.length)
    this.#touched = new Int32Array(names.length)
    names.forEach((name, id) => {
      const own = name.reduce((sum, token) => sum + information(token), 0)
      if (name.length === 0 || own >= nameWeights.whole) return
      const key = wholeName(name)
      this.#light.set(key, [...(this.#light.get(key) ?? []), id])
    })
  }

  get size(): number {
    return this.#table.size
  }

  /** Bytes of the typed arrays; strings of the vocabulary come on top. */
  get bytes(): number {
    const { byToken, byJoin } = this.#table
    const tables = [this.#table, byToken, byJoin].flatMap((table) => Object.values(table))
    const own = [this.#sum, this.#unit, this.#left, this.#right, this.#touched]
    return [...tables, ...own].reduce(
      (sum: number, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0),
      this.#spellings.bytes,
    )
  }

  /** All names that reach the floor (above 0), in id order. */
  find(query: readonly string[], floor: Millibits): NameHit[] {
    const ways = this.#spellings.ways(query)
    const initials = query.flatMap((token, i) => (token.length === 1 ? [i] : []))
    const { essential, idle, slack } = split(this.#spellings.units(ways), floor, initials.length)
    // Where initials alone could reach the floor, every name is a candidate.
    const everyName = initials.length * nameWeights.initial >= floor
    const count = this.#accumulate(essential, everyName)
    const asked = { query, ways, infos: query.map(information) }
    const order = rarestFirst(asked.infos)
    const hits: NameHit[] = []
    for (let t = 0; t < count; t++) {
      const name = this.#touched[t] as number
      if ((this.#sum[name] as number) + slack < floor) continue
      for (const unit of idle) this.#addIdle(name, unit)
      for (const i of initials) this.#left[name] = (this.#left[name] as number) | bit(i)
      const reach = (this.#sum[name] as number) + initials.length * nameWeights.initial
      if (reach < floor) continue
      const spare = { right: initials.length, millibits: reach - floor }
      if (this.#costsMore(name, asked.infos, order, spare)) continue
      const millibits = this.#align(name, asked)
      if (millibits >= floor) hits.push({ name, millibits })
    }
    return this.#addWhole(query, floor, hits).sort((a, b) => a.name - b.name)
  }

  /** Names equal as a whole weigh at least so much, also where their tokens alone do not. */
  #addWhole(query: readonly string[], floor: Millibits, hits: NameHit[]): NameHit[] {
    const equal = this.#light.get(wholeName(query))
    if (!equal || nameWeights.whole < floor) return hits
    const others = hits.filter(({ name }) => !equal.includes(name))
    return [...others, ...equal.map((name) => ({ name, millibits: nameWeights.whole }))]
  }

  /**
   * Adds up, for each name that a unit meets, the heaviest weight of the unit, and notes every token
   * that it could cover there; returns how many names were touched.
   */
  #accumulate(units: readonly Unit[], everyName: boolean): number {
    if (this.#stamp > lastStamp) {
      this.#unit.fill(0)
      this.#stamp = 0
    }
    const opened = this.#stamp + 1
    let count = everyName ? this.#touchAll(++this.#stamp) : 0
    for (const { weighed, postings, covers, joins } of units) {
      const stamp = ++this.#stamp
      for (const id of weighed.ids) {
        const weight = weighed.weights.get(id) as number
        const end = postings.starts[id + 1] as number
        for (let p = postings.starts[id] as number; p < end; p++) {
          const name = postings.names[p] as number
          const last = this.#unit[name] as number
          if (last < opened) this.#touch(name, count++)
          if (last !== stamp) {
            this.#unit[name] = stamp
            this.#sum[name] = (this.#sum[name] as number) + weight
            this.#left[name] = (this.#left[name] as number) | covers
          }
          this.#cover(name, postings.positions[p] as number, joins)
        }
      }
    }
    return count
  }

  #touch(name: number, at: number): void {
    this.#touched[at] = name
    this.#sum[name] = 0
    this.#left[name] = 0
    this.#right[name] = 0
  }

  #touchAll(stamp: number): number {
    this.#unit.fill(stamp)
    for (let name = 0; name < this.size; name++) this.#touch(name, name)
    return this.size
  }

  /** What a unit that opened no candidates adds to one that others opened. */
  #addIdle(name: number, { weighed, covers, joins }: Unit): void {
    const { starts, tokens, joins: joined } = this.#table
    const keys = joins ? joined : tokens
    const from = starts[name] as number
    let heaviest = 0
    for (let k = from; k < (starts[name + 1] as number); k++) {
      const weight = weighed.weights.get(keys[k] as number)
      if (weight === undefined) continue
      heaviest = Math.max(heaviest, weight)
      this.#cover(name, k - from, joins)
    }
    if (heaviest === 0) return
    this.#sum[name] = (this.#sum[name] as number) + heaviest
    this.#left[name] = (this.#left[name] as number) | covers
  }

  #cover(name: number, position: number, joins: boolean): void {
    const mask = bit(position) | (joins ? bit(position + 1) : 0)
    this.#right[name] = (this.#right[name] as number) | mask
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
      while (i < order.length && isCovered(left, order[i] as number)) i++
      while (j < length && (isCovered(right, rarest[from + j] as number) || skip-- > 0)) j++
      if (i >= order.length && j >= length) return false
      const a = i < order.length ? (infos[order[i++] as number] as number) : 0
      const b =
        j < length ? (known[tokens[from + (rarest[from + j++] as number)] as number] as number) : 0
      cost += unpairedCost(a, b)
    }
    return true
  }

  #align(name: number, asked: Asked): Millibits {
    const { starts, tokens, information: known } = this.#table
    const own: Millibits[] = []
    for (let k = starts[name] as number; k < (starts[name + 1] as number); k++)
      own.push(known[tokens[k] as number] as Millibits)
    return alignmentWeight(asked.infos, own, (add) => {
      for (let i = 0; i < asked.query.length; i++)
        if (isCovered(this.#left[name] as number, i)) this.#pairs(name, i, asked, add)
    })
  }

  /** Lists the pairs of one token of the query with the tokens that it was found to cover. */
  #pairs(name: number, i: number, { query, ways }: Asked, add: AddPair): void {
    const { starts, tokens, joins, vocabulary } = this.#table
    const single = (ways.single[i] as Weighed).weights
    const rightJoined = (ways.rightJoined[i] as Weighed).weights
    const leftJoined = (ways.leftJoined[i] as Weighed).weights
    const token = query[i] as string
    const from = starts[name] as number
    const length = (starts[name + 1] as number) - from
    for (let j = 0; j < length; j++) {
      if (token.length > 1 && !isCovered(this.#right[name] as number, j)) continue
      const id = tokens[from + j] as number
      const weight = single.get(id)
      if (weight !== undefined) add(i, j, 1, 1, weight)
      else if (token.length === 1) add(i, j, 1, 1, tokenWeight(token, vocabulary[id] as string))
      if (leftJoined.size > 0) add(i, j, 2, 1, leftJoined.get(id) ?? 0)
      if (rightJoined.size > 0) add(i, j, 1, 2, rightJoined.get(joins[from + j] as number) ?? 0)
    }
  }
}

type Asked = {
  readonly query: readonly string[]
  readonly ways: Ways
  readonly infos: readonly Millibits[]
}

const isCovered = (mask: number, position: number): boolean =>
  position >= bits || (mask & (1 << position)) !== 0

type Split = {
  readonly essential: readonly Unit[]
  /** Units that open no candidates. */
  readonly idle: readonly Unit[]
  /** The most that idle units and initials can add to a name. */
  readonly slack: Millibits
}

/**
 * The costliest units whose heaviest weights together stay below the floor cannot reach it alone.
 * Initials in the query could stand for half the vocabulary, so they never open candidates either.
 */
const split = (units: Unit[], floor: Millibits, initials: number): Split => {
  units.sort((a, b) => b.cost - a.cost)
  let slack = initials * nameWeights.initial
  let k = 0
  while (k < units.length && slack + (units[k] as Unit).heaviest < floor)
    slack += (units[k++] as Unit).heaviest
  return { essential: units.slice(k), idle: units.slice(0, k), slack }
}
