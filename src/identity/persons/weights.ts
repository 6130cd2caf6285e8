import { type Millibits, toMillibits } from '../../model/index.ts'
import { type Comparison, mostRead } from './comparison.ts'
import { frequencies } from './draws.ts'
import { type Field, membersOf } from './field.ts'
import type { Patterns } from './patterns.ts'
import type { Records } from './records.ts'
import { type Expectation, type Kin, logRatio, type Model } from './rules/estimate.ts'
import { level, rarest, weighed } from './rules/levels.ts'
import type { Kind } from './rules/values.ts'

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

/** What a combination of levels says of any values. */
export type PatternWeight = {
  /** Prior included. */
  readonly weight: Millibits
  /** Most that rarity could add. */
  readonly most: Millibits
  /** Relatives against strangers, before what rarity says; undefined where nothing tells relatives. */
  readonly kin: Millibits | undefined
}

/** Kinds of which a rare value that is nearly shared says something. */
const nearly: ReadonlySet<Kind> = new Set<Kind>(['name', 'title', 'text'])

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
  /** Rarity of each value by field. */
  readonly #rarity: readonly Rarity[]
  readonly #nearly: readonly boolean[]
  readonly #kinPrior: Millibits | undefined
  /** As `#base`, of relatives; 0 in fields of a person's own. */
  readonly #kin: Int32Array
  readonly #isOwn: readonly boolean[]
  readonly #told: number
  readonly #given: number

  constructor(records: Records, comparison: Comparison, learned: Learned) {
    const { model, expectations, given } = learned
    this.#comparison = comparison
    this.#width = records.fields.length
    this.prior = toMillibits(toLogOdds(model.prior))
    this.#told = comparison.told
    this.#given = given
    this.#rarity = records.fields.map((field, at) =>
      rarityOf(field, frequencies(records, field), {
        random: expectations[at]?.random[level.same] as number,
        chance: model.other[8 * at + level.same] as number,
      }),
    )
    this.#nearly = records.fields.map(({ kind }) => nearly.has(kind))
    this.#base = this.#baseOf(model)
    this.#kinPrior = model.kin.prior > 0 ? toMillibits(toLogOdds(model.kin.prior)) : undefined
    this.#kin = kinOf(model.kin, model.other)
    this.#isOwn = model.kin.isOwn
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

  /** What a pattern says of any values. */
  ofPattern(patterns: Patterns, pattern: number): PatternWeight {
    const levelOf = (field: number): number => patterns.levelOf(pattern, field)
    let weight = this.prior
    let most = 0
    for (let at = 0; at < this.#width; at++) {
      const each = levelOf(at)
      weight += (this.#base[8 * at + each] as number) + this.#besideOf(at, each, levelOf)
      if (each >= level.loose) most += this.#mostRarityAt(at, each)
    }
    return { weight, most, kin: this.#kinOf(levelOf) }
  }

  #mostRarityAt(at: number, each: number): Millibits {
    if (each === level.read) return mostRead
    const same = this.#rarity[at]?.most ?? 0
    return each === level.crossed ? same + (this.#rarity[this.#given]?.most ?? 0) : same
  }

  #kinOf(levelOf: (field: number) => number): Millibits | undefined {
    if (this.#kinPrior === undefined) return undefined
    let kin = this.#kinPrior
    for (let at = 0; at < this.#width; at++) {
      if (this.#isOwn[at]) continue
      const each = levelOf(at)
      kin += (this.#kin[8 * at + each] as number) + this.#besideOf(at, each, levelOf)
    }
    return kin
  }

  /** The field that a field goes with among different persons; −1 where with none. */
  parentOf(field: number): number {
    return this.#parents[field] as number
  }

  #besideOf(at: number, each: number, levelOf: (field: number) => number): Millibits {
    const parent = this.#parents[at] as number
    return parent < 0 ? 0 : (this.#beside[64 * at + 8 * levelOf(parent) + each] as number)
  }

  /** What a pair weighs that shows a pattern. */
  ofPair(a: number, b: number, { weight, kin }: PatternWeight, levelOf: LevelOf): Millibits {
    let [sum, shared] = [weight, kin ?? 0]
    for (let at = 0; at < this.#width; at++) {
      const rarity = this.#rarityAt(a, b, at, levelOf(at))
      sum += rarity
      if (!this.#isOwn[at]) shared += rarity
    }
    return kin === undefined ? sum : sum - rivalTakes(shared)
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
    const { nearly } = this.#rarity[at] as Rarity
    return Math.min(nearly[left] ?? 0, nearly[right] ?? 0)
  }

  #rarest(at: number, value: number): Millibits {
    return this.#rarity[at]?.same[value] ?? 0
  }

  /**
   * The parts of a pair's weight, those of fields that either is silent about left out; and what
   * relatives, who would state as much alike, take off it.
   */
  partsOf(a: number, b: number, levelOf: LevelOf): { parts: readonly Part[]; kin: Millibits } {
    const parts: Part[] = []
    const kin = this.#kinOf(levelOf)
    let shared = kin ?? 0
    for (let field = 0; field < this.#width; field++) {
      const each = levelOf(field)
      if (each === level.unknown) continue
      const base = this.#base[8 * field + each] as number
      const beside = this.#besideOf(field, each, levelOf)
      const rarity = this.#rarityAt(a, b, field, each)
      if (!this.#isOwn[field]) shared += rarity
      parts.push({ field, level: each, base, beside, rarity })
    }
    return { parts, kin: kin === undefined ? 0 : 0 - rivalTakes(shared) }
  }
}

type LevelOf = (field: number) => number

const toLogOdds = (share: number): number => Math.log2(share / (1 - share))

/** log2(1 + 2^x): what an explanation that is 2^x times as likely as chance takes off. */
const rivalTakes = (millibits: Millibits): Millibits => {
  // Beyond these it is less than half a millibit away from nothing, and from the whole.
  if (millibits < -12_000) return 0
  return millibits > 12_000 ? millibits : toMillibits(Math.log2(1 + 2 ** (millibits / 1000)))
}

const kinOf = ({ share, isOwn }: Kin, other: Float64Array): Int32Array =>
  Int32Array.from(share, (each, cell) =>
    isOwn[cell >> 3] ? 0 : toMillibits(logRatio(each, other[cell] as number)),
  )

export type Learned = {
  readonly model: Model
  readonly expectations: readonly Expectation[]
  readonly given: number
}

/**
 * log2 of how much rarer each value of a field is than two persons' values are equal: of those who state
 * it beside one who does, the share that are other persons. `nearly` is the same of a value that is only
 * nearly shared, which says half. Of a set it is that of its most common member.
 */
const rarityOf = (
  field: Field,
  counts: Float64Array,
  { random, chance }: { readonly random: number; readonly chance: number },
): Rarity => {
  const stated = Math.max(
    2,
    counts.reduce((sum, count) => sum + count, 0),
  )
  const others = random > 0 ? Math.min(1, chance / random) : 1
  const floor = rarest[field.kind]
  const toRarity = (usual: number, share: number): Millibits =>
    Math.max(-mostRarity, Math.min(mostRarity, toMillibits(Math.log2(usual / (share + floor)))))
  const same = counts.map((count) => toRarity(chance, (others * (count - 1)) / (stated - 1)))
  const nearly = counts.map((count) =>
    Math.round(nearShare * toRarity(random + floor, count / stated)),
  )
  const withSets = (single: Float64Array): Int32Array => {
    const all = new Int32Array(single.length + field.sets.length)
    all.set(single)
    for (let value = single.length; value < all.length; value++) {
      const members = Array.from(membersOf(field, value), (member) => single[member] as number)
      all[value] = Math.min(...members)
    }
    return all
  }
  const greatest = (all: Float64Array): number =>
    all.reduce((most, each) => Math.max(most, each), 0)
  return {
    same: withSets(same),
    nearly: withSets(nearly),
    most: Math.max(greatest(same), greatest(nearly)),
  }
}

type Rarity = {
  readonly same: Int32Array
  readonly nearly: Int32Array
  /** The most that either says. */
  readonly most: Millibits
}
