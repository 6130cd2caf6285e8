import { eachBlock, largestBlock } from './blocks.ts'
import { Comparison, type NamePlaces } from './comparison.ts'
import { Ints } from './ints.ts'
import type { Key } from './keys.ts'
import { Patterns } from './patterns.ts'
import type { Records } from './records.ts'

/** Pairs of records that were compared, a pattern each. The first of a pair has the lower number. */
export type Pairs = {
  readonly length: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
  readonly patterns: Patterns
}

/** Which records are to be compared: plain data, so that threads can be given it. */
export type PairsJob = {
  readonly records: Records
  readonly names: NamePlaces
  readonly keys: readonly Pick<Key, 'hashes' | 'blocks'>[]
  /** A byte of each hash, variant after variant: most that differ are told by it. 0 where there is none. */
  readonly bytes: Uint8Array
  readonly recordOf: Int32Array
  readonly isSeveral: Uint8Array
  readonly pieces: readonly Piece[]
}

/** Blocks of a key, from one to before another, and their pairs. */
export type Piece = {
  readonly key: number
  readonly from: number
  readonly to: number
  readonly pairs: number
}

/** Pairs of a piece; its patterns are numbered by themselves. */
export type ComparedPiece = {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
  readonly counts: Float64Array
}

/** Pairs of a piece, give or take a block. */
const pieceSize = 400_000

/** Cuts the blocks of keys into pieces. */
export const toPieces = (keys: readonly Pick<Key, 'blocks'>[]): readonly Piece[] => {
  const pieces: Piece[] = []
  keys.forEach(({ blocks: { ends } }, key) => {
    let [from, pairs] = [0, 0]
    for (let block = 0; block < ends.length; block++) {
      const size = (ends[block] as number) - (ends[block - 1] ?? 0)
      pairs += (size * (size - 1)) / 2
      if (pairs < pieceSize && block < ends.length - 1) continue
      pieces.push({ key, from, to: block + 1, pairs })
      ;[from, pairs] = [block + 1, 0]
    }
  })
  return pieces
}

/** Compares the pairs of one piece after another. */
export class PairComparer {
  readonly #job: PairsJob
  readonly #comparison: Comparison
  readonly #seen = new Set<number>()
  /** The block at hand: variants, their records, and the bytes of their hashes by the keys before. */
  readonly #variants = new Int32Array(largestBlock)
  readonly #records = new Int32Array(largestBlock)
  readonly #bytes: Uint8Array

  constructor(job: PairsJob, comparison: Comparison = new Comparison(job.records, job.names)) {
    this.#job = job
    this.#comparison = comparison
    this.#bytes = new Uint8Array(largestBlock * job.keys.length)
  }

  /** Compares every pair of records in the blocks of a piece that no key before brings together. */
  compare({ key, from, to }: Piece): ComparedPiece {
    const { keys, records, recordOf, isSeveral } = this.#job
    const { variants, ends } = (keys[key] as Key).blocks
    const { rows } = records
    const isAnySeveral = recordOf.length > rows.length
    const [a, b, pattern] = [new Ints(), new Ints(), new Ints()]
    const patterns = new Patterns()
    const take = (left: number, right: number): void => {
      const [first, second] = [this.#records[left] as number, this.#records[right] as number]
      if (first === second) return
      const [one, other] = first < second ? [first, second] : [second, first]
      if (isAnySeveral && (isSeveral[one] || isSeveral[other])) {
        const pair = one * rows.length + other
        if (this.#seen.has(pair)) return
        this.#seen.add(pair)
      }
      this.#comparison.compareLaid(left, right)
      a.push(one)
      b.push(other)
      const times = (rows[one] as number) * (rows[other] as number)
      pattern.push(patterns.add(this.#comparison.low, this.#comparison.high, times))
    }
    const start = ends[from - 1] ?? 0
    eachBlock(ends.subarray(from, to), start, (begin, end) => {
      for (let at = begin; at < end; at++) this.#layOut(at - begin, variants[at] as number, key)
      for (let i = 0; i < end - begin; i++)
        for (let j = i + 1; j < end - begin; j++) if (this.#isNew(i, j, key)) take(i, j)
    })
    return { a: a.view(), b: b.view(), pattern: pattern.view(), ...patterns.toParts() }
  }

  #layOut(place: number, variant: number, key: number): void {
    const { keys, bytes, recordOf, records } = this.#job
    const width = keys.length
    for (let before = 0; before < key; before++)
      this.#bytes[place * width + before] = bytes[variant * width + before] as number
    const record = variant < records.count ? variant : (recordOf[variant] as number)
    this.#variants[place] = variant
    this.#records[place] = record
    this.#comparison.layOut(place, record)
  }

  /** Whether no key before has brought two together. */
  #isNew(left: number, right: number, key: number): boolean {
    const { keys } = this.#job
    const [one, other] = [left * keys.length, right * keys.length]
    for (let before = 0; before < key; before++) {
      const byte = this.#bytes[one + before] as number
      if (byte === 0 || byte !== this.#bytes[other + before]) continue
      const { hashes } = keys[before] as Key
      const [first, second] = [this.#variants[left] as number, this.#variants[right] as number]
      if (hashes[first] === hashes[second]) return false
    }
    return true
  }
}

/** Puts pieces together: in their order they give the same pairs whoever compared them. */
export class PairsBuilder {
  readonly #columns = [new Ints(65_536), new Ints(65_536), new Ints(65_536)] as const
  readonly #patterns = new Patterns()

  add({ a, b, pattern, low, high, counts }: ComparedPiece): void {
    const numbers = counts.map((times, at) =>
      this.#patterns.add(low[at] as number, high[at] as number, times),
    )
    const [firsts, seconds, patterns] = this.#columns
    firsts.append(a)
    seconds.append(b)
    patterns.append(pattern.map((number) => numbers[number] as number))
  }

  done(): Pairs {
    const [a, b, pattern] = this.#columns
    const length = a.length
    return { length, a: a.view(), b: b.view(), pattern: pattern.view(), patterns: this.#patterns }
  }
}

/** Told of how many pairs of all are done. */
export type ReachPairs = (done: number, total: number) => void

/** Compares every pair of records that a key brings together, once. */
export const comparePairs = (job: PairsJob, comparison: Comparison, reach: ReachPairs): Pairs => {
  const comparer = new PairComparer(job, comparison)
  const builder = new PairsBuilder()
  const total = job.pieces.reduce((sum, { pairs }) => sum + pairs, 0)
  let done = 0
  for (const piece of job.pieces) {
    builder.add(comparer.compare(piece))
    done += piece.pairs
    reach(done, total)
  }
  return builder.done()
}

/** A byte of each hash, variant after variant. */
export const toBytes = (keys: readonly Key[], count: number): Uint8Array => {
  const bytes = new Uint8Array(count * keys.length)
  keys.forEach(({ hashes }, key) => {
    for (let at = 0; at < count; at++) {
      const hash = hashes[at] as number
      bytes[at * keys.length + key] = hash === 0 ? 0 : hash & 255 || 1
    }
  })
  return bytes
}
