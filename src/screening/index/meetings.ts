import type { Millibits } from '../../model/index.ts'
import type { AddPair } from '../../names/index.ts'
import { bit } from './mask.ts'
import type { NameTable } from './name-table.ts'
import type { Unit } from './unit.ts'

/**
 * Where the units of a query meet a name, found by walking over the tokens of the name once. Chains
 * of meetings hang on the keys of the table while a query lasts.
 */
export class Meetings {
  /** Tokens of the query and of the name walked over last that may have a partner, as bits. */
  left = 0
  right = 0
  readonly #table: NameTable
  readonly #byToken: Int32Array
  readonly #byJoin: Int32Array
  #units: readonly Unit[] = []
  /** Of each meeting: its unit, its weight and the next of the same key; 0 ends a chain. */
  readonly #unit: number[] = [0]
  readonly #weight: number[] = [0]
  readonly #next: number[] = [0]
  #count = 1
  /** The heaviest meeting of each token of the query by itself, and of each with its neighbour. */
  #best: Millibits[] = []
  #pairs = 0
  readonly #pairMeeting: number[] = []
  readonly #pairAt: number[] = []

  constructor(table: NameTable) {
    this.#table = table
    this.#byToken = new Int32Array(table.vocabulary.length)
    this.#byJoin = new Int32Array(table.joined.length)
  }

  open(units: readonly Unit[], tokens: number): void {
    this.#units = units
    this.#count = 1
    this.#best = new Array(2 * tokens).fill(0)
    for (let u = 0; u < units.length; u++) {
      const { weighed, right } = units[u] as Unit
      const heads = right === 2 ? this.#byJoin : this.#byToken
      for (let k = 0; k < weighed.ids.length; k++) {
        const id = weighed.ids[k] as number
        const at = this.#count++
        this.#unit[at] = u
        this.#weight[at] = weighed.weights[k] as number
        this.#next[at] = heads[id] as number
        heads[id] = at
      }
    }
  }

  close(): void {
    for (const { weighed, right } of this.#units) {
      const heads = right === 2 ? this.#byJoin : this.#byToken
      for (const id of weighed.ids) heads[id] = 0
    }
  }

  /** Walks over a name; gives the most that its pairs can weigh together. */
  walk(name: number): Millibits {
    const { starts, tokens, joins } = this.#table
    const from = starts[name] as number
    const end = starts[name + 1] as number
    this.left = 0
    this.right = 0
    this.#pairs = 0
    this.#best.fill(0)
    for (let k = from; k < end; k++) {
      const met = this.#byToken[tokens[k] as number] as number
      if (met !== 0) this.#meet(met, k - from)
      const join = joins[k] as number
      const metTogether = join < 0 ? 0 : (this.#byJoin[join] as number)
      if (metTogether !== 0) this.#meet(metTogether, k - from)
    }
    let reach = 0
    for (const weight of this.#best) reach += weight
    return reach
  }

  #meet(first: number, position: number): void {
    for (let met = first; met !== 0; met = this.#next[met] as number) {
      const { at, left, right } = this.#units[this.#unit[met] as number] as Unit
      const weight = this.#weight[met] as number
      const slot = 2 * at + left - 1
      if (weight > (this.#best[slot] as number)) this.#best[slot] = weight
      this.left |= left === 2 ? bit(at) | bit(at + 1) : bit(at)
      this.right |= right === 2 ? bit(position) | bit(position + 1) : bit(position)
      this.#pairMeeting[this.#pairs] = met
      this.#pairAt[this.#pairs++] = position
    }
  }

  /** Lists the pairs of the name that was walked over last. */
  list(add: AddPair): void {
    for (let p = 0; p < this.#pairs; p++) {
      const met = this.#pairMeeting[p] as number
      const { at, left, right } = this.#units[this.#unit[met] as number] as Unit
      add(at, this.#pairAt[p] as number, left, right, this.#weight[met] as number)
    }
  }
}
