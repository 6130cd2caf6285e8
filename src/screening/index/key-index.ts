import type { Postings } from './postings.ts'

/**
 * Names by number keys (not negative), in a table with open addressing: a key stands in the first slot
 * from its own that held none, `empty` in those that none took. The names of the key in slot `k`,
 * ascending, are those of `k` in `postings`.
 */
export type KeyIndex = { readonly keys: Float64Array; readonly postings: Postings }

const empty = -1

/** Slot of a key in a table of a power of two of slots; multiplication spreads its bits (Knuth, 6.4). */
const slotOf = (key: number, slots: number): number => {
  const mixed = Math.imul(key ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & (slots - 1)
}

/** The slot that holds a key, or else the one that it would take. */
const find = (keys: Float64Array, key: number): number => {
  let slot = slotOf(key, keys.length)
  while (keys[slot] !== key && keys[slot] !== empty) slot = (slot + 1) & (keys.length - 1)
  return slot
}

/** Lists the names that have each key. */
export const buildKeyIndex = (names: readonly (readonly number[])[]): KeyIndex => {
  const own = names.map((keys) => [...new Set(keys)])
  const count = new Set(own.flat()).size
  const keys = new Float64Array(2 ** Math.ceil(Math.log2(2 * count + 1))).fill(empty)
  const starts = new Int32Array(keys.length + 1)
  for (const each of own)
    for (const key of each) {
      const slot = find(keys, key)
      keys[slot] = key
      starts[slot + 1] = (starts[slot + 1] as number) + 1
    }
  for (let k = 0; k < keys.length; k++)
    starts[k + 1] = (starts[k + 1] as number) + (starts[k] as number)
  const next = starts.slice()
  const all = new Int32Array(starts[keys.length] as number)
  own.forEach((each, name) => {
    for (const key of each) {
      const slot = find(keys, key)
      const at = next[slot] as number
      all[at] = name
      next[slot] = at + 1
    }
  })
  return { keys, postings: { starts, names: all } }
}

const none = new Int32Array(0)

/** The names that have a key, in order. */
export const namesOfKey = (
  { keys, postings: { starts, names } }: KeyIndex,
  key: number,
): Int32Array => {
  const slot = find(keys, key)
  return keys[slot] === key ? names.subarray(starts[slot], starts[slot + 1]) : none
}

const [prime, other] = [0x01000193, 0x85ebca6b]

/** A text as a number of 53 bits; two texts have one number by chance only. */
export const hashText = (text: string): number => {
  let [low, high] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, prime)
    high = Math.imul(high ^ unit, other) ^ (high >>> 13)
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}
