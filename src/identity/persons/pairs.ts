import type { Variants } from './atoms.ts'
import { eachBlock } from './blocks.ts'
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
  const grid = interleave(keys, recordOf.length)
  const [a, b, pattern] = [new Ints(65_536), new Ints(65_536), new Ints(65_536)]
  const patterns = new Patterns()
  const seen = new Set<number>()
  const isNew = (one: number, other: number, key: number): boolean => {
    const [left, right] = [one * keys.length, other * keys.length]
    for (let before = 0; before < key; before++) {
      const hash = grid[left + before] as number
      if (hash !== 0 && hash === grid[right + before]) return false
    }
    return true
  }
  const take = (first: number, second: number, key: number): void => {
    if (!isNew(first, second, key)) return
    let [one, other] = [recordOf[first] as number, recordOf[second] as number]
    if (one === other) return
    if (one > other) [one, other] = [other, one]
    if (isSeveral[one] || isSeveral[other]) {
      const pair = one * rows.length + other
      if (seen.has(pair)) return
      seen.add(pair)
    }
    comparison.compare(one, other)
    a.push(one)
    b.push(other)
    const times = (rows[one] as number) * (rows[other] as number)
    pattern.push(patterns.add(comparison.low, comparison.high, times))
  }
  const total = keys.reduce((sum, { pairs }) => sum + pairs, 0)
  let done = 0
  keys.forEach(({ sorted, pairs }, key) => {
    const { variants: ordered } = sorted
    eachBlock(sorted, (from, to) => {
      for (let i = from; i < to; i++)
        for (let j = i + 1; j < to; j++) take(ordered[i] as number, ordered[j] as number, key)
    })
    done += pairs
    reach(done, total)
  })
  return { length: a.length, a: a.view(), b: b.view(), pattern: pattern.view(), patterns }
}

/** Hashes of variant after variant. */
const interleave = (keys: readonly Key[], count: number): Int32Array => {
  const grid = new Int32Array(count * keys.length)
  keys.forEach(({ hashes }, key) => {
    for (let at = 0; at < count; at++) grid[at * keys.length + key] = hashes[at] as number
  })
  return grid
}
