import { type Millibits, toMillibits } from '../../model/index.ts'
import type { Comparison } from './comparison.ts'
import { frequencies } from './draws.ts'
import { type Field, membersOf } from './field.ts'
import type { Patterns } from './patterns.ts'
import type { Records } from './records.ts'
import { type Expectation, logRatio, type Model } from './rules/estimate.ts'
import { expected, level, priorPairs, weighed } from './rules/levels.ts'

/** One field's part of the weight of a pair. */
export type Part = {
  readonly field: number
  readonly level: number
  /** What the level says of any values. */
  readonly base: Millibits
  /** What it says less beside the field that it depends on, which goes with it among all. */
  readonly beside: Millibits
  /** What it says more or less because the values are rare or common. */
  readonly rarity: Millibits
}

/** Most that the rarity of a value adds or takes. */
const mostRarity: Millibits = 10_000
/** Of a value that is only nearly shared, rarity counts half: others may be near it as well. */
const nearShare = 0.5

/** What pairs weigh by the learned model, in whole millibits: prior plus parts is the total exactly. */
export class Weights {
  readonly prior: Millibits
  readonly #comparison: Comparison
  readonly #width: number
  /** Field after field, 8 each by level. */
  readonly #base: Int32Array
  /** The field that each depends on, and by the levels of both what it says less. */
  readonly #parents: Int8Array
  readonly #beside: Int32Array
  /** Rarity of each value by field, as it counts for values that are the same. */
  readonly #rarity: readonly Int32Array[]
  readonly #nearly: readonly boolean[]
  readonly #told: number
  readonly #given: number

  constructor(records: Records, comparison: Comparison, learned: Learned) {
    const { model, expectations, given } = learned
    this.#comparison = comparison
    this.#width = records.fields.length
    this.prior = toMillibits(Math.log2(model.prior / (1 - model.prior)))
    this.#told = comparison.told
    this.#given = given
    this.#rarity = records.fields.map((field, at) =>
      rarityOf(field, frequencies(records, field), expectations[at] as Expectation),
    )
    this.#nearly = records.fields.map(({ kind }) => kind === 'name' || kind === 'text')
    this.#base = this.#baseOf(model)
    this.#parents = model.dependence.parents
    this.#beside = Int32Array.from(model.dependence.lifts, (lift) => toMillibits(-Math.log2(lift)))
  }

  #baseOf({ match, other }: Model): Int32Array {
    const base = new Int32Array(8 * this.#width)
    const ratio = (at: number, each: number): number =>
      logRatio(match[8 * at + each] as number, other[8 * at + each] as number)
    for (let at = 0; at < this.#width; at++)
      for (const each of weighed)
        base[8 * at + each] = toMillibits(
          Math.min(ratio(at, each), Math.max(0, ratio(at, level.same))),
        )
    // Both parts of an exchanged name agree by chance as rarely as each does in its own place.
    const [told, given] = [this.#told, this.#given]
    if (told >= 0 && given >= 0 && told !== given) {
      const chance =
        (other[8 * told + level.same] as number) * (other[8 * given + level.same] as number)
      const crossed = match[8 * told + level.crossed] as number
      base[8 * told + level.crossed] = toMillibits(Math.log2(crossed / chance))
    }
    return base
  }

  /** What a pattern says of any values, prior included, and the most that rarity could add. */
  ofPattern(patterns: Patterns, pattern: number): { weight: Millibits; most: Millibits } {
    const levelOf = (field: number): number => patterns.levelOf(pattern, field)
    let weight = this.prior
    let most = 0
    for (let at = 0; at < this.#width; at++) {
      const each = levelOf(at)
      weight += (this.#base[8 * at + each] as number) + this.#besideOf(at, each, levelOf)
      if (each >= level.loose) most += each === level.read ? 12_000 : 2 * mostRarity
    }
    return { weight, most }
  }

  /** The field that a field goes with among different persons; −1 where with none. */
  parentOf(field: number): number {
    return this.#parents[field] as number
  }

  #besideOf(at: number, each: number, levelOf: (field: number) => number): Millibits {
    const parent = this.#parents[at] as number
    return parent < 0 ? 0 : (this.#beside[64 * at + 8 * levelOf(parent) + each] as number)
  }

  /** What rarity says more of a pair that shows a pattern. */
  rarityOf(a: number, b: number, levelOf: (field: number) => number): Millibits {
    let sum = 0
    for (let at = 0; at < this.#width; at++) sum += this.#rarityAt(a, b, at, levelOf(at))
    return sum
  }

  #rarityAt(a: number, b: number, at: number, each: number): Millibits {
    if (each < level.loose) return 0
    if (each === level.read) return this.#comparison.readWeight(a, b)
    const left = this.#comparison.valueOf(a, at)
    if (each === level.crossed) {
      const given = this.#comparison.valueOf(a, this.#given)
      return this.#rarest(at, left) + this.#rarest(this.#given, given)
    }
    const right = this.#comparison.valueOf(b, at)
    if (each === level.same) return Math.min(this.#rarest(at, left), this.#rarest(at, right))
    if (!this.#nearly[at]) return 0
    return Math.round(nearShare * Math.min(this.#rarest(at, left), this.#rarest(at, right)))
  }

  #rarest(at: number, value: number): Millibits {
    return (this.#rarity[at] as Int32Array)[value] ?? 0
  }

  /** The parts of a pair's weight, those of fields that either is silent about left out. */
  partsOf(a: number, b: number, levelOf: (field: number) => number): readonly Part[] {
    const parts: Part[] = []
    for (let field = 0; field < this.#width; field++) {
      const each = levelOf(field)
      if (each === level.unknown) continue
      const base = this.#base[8 * field + each] as number
      const beside = this.#besideOf(field, each, levelOf)
      parts.push({ field, level: each, base, beside, rarity: this.#rarityAt(a, b, field, each) })
    }
    return parts
  }
}

export type Learned = {
  readonly model: Model
  readonly expectations: readonly Expectation[]
  readonly given: number
}

/** log2 of how much rarer a value is than two random values are equal; of a set, its rarest member's. */
const rarityOf = (field: Field, counts: Float64Array, { random }: Expectation): Int32Array => {
  const stated = counts.reduce((sum, count) => sum + count, 0)
  const expectedSame = expected[field.kind].other[level.same - 1] as number
  const same =
    (stated * (random[level.same] as number) + priorPairs * expectedSame) / (stated + priorPairs)
  const single = Int32Array.from(counts, (count) => {
    const share = (count + priorPairs * expectedSame) / (stated + priorPairs)
    const rarity = toMillibits(Math.log2(same / share))
    return Math.max(-mostRarity, Math.min(mostRarity, rarity))
  })
  const sets = field.sets.map((_, nth) => {
    const members = Array.from(membersOf(field, field.texts.length + nth))
    return Math.min(...members.map((member) => single[member] as number))
  })
  return Int32Array.from([...single, ...sets])
}
