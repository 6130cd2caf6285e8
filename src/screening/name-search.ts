import type { Millibits } from '../model/index.ts'
import { type Name, nameWeight, nameWeightBeside, wholeNameWeight } from '../names/index.ts'
import { namesOfKey } from './index/key-index.ts'
import {
  isWholeKey,
  type ListedIndex,
  type Listings,
  meetingKeys,
  readingBits,
} from './index/listed-index.ts'
import { NameIndex } from './index/name-index.ts'
import { namesAt } from './index/postings.ts'
import type { Listed } from './listed.ts'
import type { StatedName } from './profile.ts'

/** How much a name must weigh: at all, and by all that its designations state. */
export type Floors = {
  readonly floor: Millibits
  readonly floorOf: (spelling: number) => Millibits
  /** The same of a designation. */
  readonly least: (owner: number) => Millibits
  readonly minBits: Millibits
}

/** A listed name that a name reaches, and what the two weigh. */
export type Reached = readonly [name: number, millibits: Millibits]

/** Finds the listed names that weigh enough beside a name: by their tokens, as wholes and in lattices. */
export class NameSearch {
  readonly #listed: Listings
  readonly #index: ListedIndex
  readonly #names: NameIndex

  constructor(listed: Listings, index: ListedIndex) {
    this.#listed = listed
    this.#index = index
    this.#names = new NameIndex(index.table, index.forms)
  }

  /** The listed names that a name reaches with their weights, in order. */
  reach(left: Name, floors: Floors): Reached[] {
    const reached = new Map<number, Millibits>()
    const inLattices = this.#meet(left, reached)
    this.#findByTokens(left, floors, reached)
    for (const name of inLattices)
      if (!reached.has(name)) reached.set(name, this.#weighReading(left, name, floors))
    const kept: Reached[] = []
    for (const each of reached) if (each[1] >= floors.floor) kept.push(each)
    return kept.sort(([a], [b]) => a - b)
  }

  /** Weighs the names that are more as a whole than their tokens; gives those that meet in a lattice. */
  #meet(left: Name, reached: Map<number, Millibits>): number[] {
    const inLattices: number[] = []
    for (const key of meetingKeys(left))
      for (const name of namesOfKey(this.#index.meetings, key)) {
        if (!isWholeKey(key)) inLattices.push(name)
        else if (!reached.has(name)) {
          const right = this.#nameAt(name)
          if (wholeNameWeight(left.tokens, right.tokens) > 0)
            reached.set(name, nameWeight(left, right))
        }
      }
    return inLattices
  }

  #findByTokens(left: Name, floors: Floors, reached: Map<number, Millibits>): void {
    const { readings, spelled } = this.#index
    const languages = readingBits(left)
    const floorOf = floors.minBits > floors.floor ? floors.floorOf : undefined
    for (const { name: spelling, millibits } of this.#names.find(
      left.tokens,
      floors.floor,
      floorOf,
    ))
      for (const name of namesAt(spelled, spelling)) {
        if (reached.has(name)) continue
        // Also where only one of the two is read in a language, tokens alone say less of them.
        const isRead = ((readings[name] as number) | languages) !== 0
        const right = isRead ? this.#nameAt(name) : undefined
        reached.set(name, right ? nameWeightBeside(left, right, millibits) : millibits)
      }
  }

  /**
   * The weight of a name that meets another in a lattice and was not found by its tokens, or something
   * below the floor: its tokens weigh less than is needed, so that they are compared only where the
   * lattice may make up for that.
   */
  #weighReading(left: Name, name: number, { least, floor }: Floors): Millibits {
    const needed = Math.max(floor, least(this.#index.owners[name] as number))
    const right = this.#nameAt(name)
    if (nameWeightBeside(left, right, needed) < needed) return floor - 1
    return nameWeight(left, right)
  }

  /** A listed name as its list states it. */
  stated(name: number): StatedName {
    const { owners, starts } = this.#index
    const owner = owners[name] as number
    const { profile } = this.#listed.at(owner) as Listed
    return profile.names[name - (starts[owner] as number)] as StatedName
  }

  #nameAt(name: number): Name {
    return this.stated(name).name
  }
}
