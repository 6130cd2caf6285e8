import type { Postings } from './postings.ts'

/** Names by number keys: the names of `keys[k]`, ascending, are those of `k` in `postings`. */
export type KeyIndex = { readonly keys: Float64Array; readonly postings: Postings }

/** Lists the names that have each key. */
export const buildKeyIndex = (names: readonly (readonly number[])[]): KeyIndex => {
  const byKey = new Map<number, number[]>()
  names.forEach((keys, name) => {
    for (const key of new Set(keys)) {
      const known = byKey.get(key)
      if (known) known.push(name)
      else byKey.set(key, [name])
    }
  })
  const keys = Float64Array.from(byKey.keys()).sort()
  const starts = new Int32Array(keys.length + 1)
  const all: number[] = []
  keys.forEach((key, k) => {
    for (const name of byKey.get(key) ?? []) all.push(name)
    starts[k + 1] = all.length
  })
  return { keys, postings: { starts, names: Int32Array.from(all) } }
}

/** The names that have a key, in order. */
export const namesOfKey = ({ keys, postings }: KeyIndex, key: number): Int32Array => {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] as number) < key) low = middle + 1
    else high = middle
  }
  const { starts, names } = postings
  return keys[low] === key ? names.subarray(starts[low], starts[low + 1]) : names.subarray(0, 0)
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
