/** The names that hold each key, packed: those of key `k` are `names[starts[k]]` up to `names[starts[k + 1]]`. */
export type Postings = { readonly starts: Int32Array; readonly names: Int32Array }

/** Counting sort of the keys of names (`keys[starts[n]]` up to `keys[starts[n + 1]]`); -1 is no key. */
export const post = (starts: Int32Array, keys: Int32Array, keyCount: number): Postings => {
  const heads = new Int32Array(keyCount + 1)
  for (const key of keys) if (key >= 0) heads[key + 1] = (heads[key + 1] as number) + 1
  for (let k = 0; k < keyCount; k++) heads[k + 1] = (heads[k + 1] as number) + (heads[k] as number)
  const names = new Int32Array(heads[keyCount] as number)
  const next = heads.slice()
  for (let n = 0; n + 1 < starts.length; n++)
    for (let k = starts[n] as number; k < (starts[n + 1] as number); k++) {
      const key = keys[k] as number
      if (key < 0) continue
      const at = next[key] as number
      names[at] = n
      next[key] = at + 1
    }
  return { starts: heads, names }
}

/** The names that hold a key. */
export const namesAt = ({ starts, names }: Postings, key: number): Int32Array =>
  names.subarray(starts[key], starts[key + 1])

/** How many names a row of keys leads to. */
export const countPlaces = ({ starts }: Postings, keys: Int32Array): number => {
  let places = 0
  for (const key of keys) places += (starts[key + 1] as number) - (starts[key] as number)
  return places
}
