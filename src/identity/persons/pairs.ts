import type { Variants } from './atoms.ts'
import { eachBlock, largestBlock } from './blocks.ts'
import type { Comparison } from './comparison.ts'
import { Ints } from './ints.ts'
import type { Key } from './keys.ts'
import { Patterns } from './patterns.ts'

/** Pairs of records that were compared, a pattern each. The first of a pair has the lower number. */
export type Pairs = {
  readonly length: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
  readonly patterns: Patterns
}

export type PairsOptions = {
  readonly variants: Variants
  readonly keys: readonly Key[]
  /** Rows of each record: how many pairs of rows a pair of records stands for. */
  readonly rows: Int32Array
  readonly reach: (done: number, total: number) => void
}

/** Compares every pair of records that a key brings together, once. */
export const comparePairs = (comparison: Comparison, options: PairsOptions): Pairs => {
  const { variants, keys, rows, reach } = options
  const { recordOf, isSeveral } = variants
  const width = keys.length
  const grid = firstBytes(keys, recordOf.length)
  const isAnySeveral = recordOf.length > rows.length
  /** The block at hand: variants, their records, and the first bytes of their hashes by the keys before. */
  const laid = new Int32Array(largestBlock)
  const records = new Int32Array(largestBlock)
  const bytes = new Uint8Array(largestBlock * width)
  const [a, b, pattern] = [new Ints(65_536), new Ints(65_536), new Ints(65_536)]
  const patterns = new Patterns()
  const seen = new Set<number>()
  const layOut = (place: number, variant: number, key: number): void => {
    for (let before = 0; before < key; before++)
      bytes[place * width + before] = grid[variant * width + before] as number
    laid[place] = variant
    records[place] = variant < rows.length ? variant : (recordOf[variant] as number)
    comparison.layOut(place, records[place] as number)
  }
  /** Whether no key before has brought two together. */
  const isNew = (left: number, right: number, key: number): boolean => {
    for (let before = 0; before < key; before++) {
      const byte = bytes[left * width + before] as number
      if (byte === 0 || byte !== bytes[right * width + before]) continue
      const { hashes } = keys[before] as Key
      if (hashes[laid[left] as number] === hashes[laid[right] as number]) return false
    }
    return true
  }
  const take = (left: number, right: number): void => {
    const [first, second] = [records[left] as number, records[right] as number]
    if (first === second) return
    const [one, other] = first < second ? [first, second] : [second, first]
    if (isAnySeveral && (isSeveral[one] || isSeveral[other])) {
      const pair = one * rows.length + other
      if (seen.has(pair)) return
      seen.add(pair)
    }
    comparison.compareLaid(left, right)
    a.push(one)
    b.push(other)
    const times = (rows[one] as number) * (rows[other] as number)
    pattern.push(patterns.add(comparison.low, comparison.high, times))
  }
  const total = keys.reduce((sum, { pairs }) => sum + pairs, 0)
  let done = 0
  keys.forEach(({ blocks, pairs }, key) => {
    eachBlock(blocks, (from, to) => {
      for (let at = from; at < to; at++) layOut(at - from, blocks.variants[at] as number, key)
      for (let i = 0; i < to - from; i++)
        for (let j = i + 1; j < to - from; j++) if (isNew(i, j, key)) take(i, j)
    })
    done += pairs
    reach(done, total)
  })
  return { length: a.length, a: a.view(), b: b.view(), pattern: pattern.view(), patterns }
}

/** A byte of each hash, variant after variant: most that differ are told by it. 0 where there is none. */
const firstBytes = (keys: readonly Key[], count: number): Uint8Array => {
  const grid = new Uint8Array(count * keys.length)
  keys.forEach(({ hashes }, key) => {
    for (let at = 0; at < count; at++) {
      const hash = hashes[at] as number
      grid[at * keys.length + key] = hash === 0 ? 0 : hash & 255 || 1
    }
  })
  return grid
}
