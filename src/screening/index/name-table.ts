import { information, joinTokens } from '../../names/index.ts'

/**
 * Where each key occurs, packed: the names of key `k` are `names[starts[k]]` up to
 * `names[starts[k + 1]]`, with the position in each; a key twice in a name is listed twice.
 */
export type Postings = {
  readonly starts: Int32Array
  readonly names: Int32Array
  readonly positions: Uint16Array
}

/** Names as integer tokens, with the names that hold each token. */
export type NameTable = {
  readonly size: number
  /** Tokens of name `n` are `tokens[starts[n]]` up to `tokens[starts[n + 1]]`. */
  readonly starts: Int32Array
  readonly tokens: Int32Array
  /** At each token, the id of the joined form of it and its right neighbour, or -1. */
  readonly joins: Int32Array
  readonly vocabulary: readonly string[]
  /** Both parts of each joined form. */
  readonly joined: readonly (readonly [first: string, second: string])[]
  readonly byToken: Postings
  readonly byJoin: Postings
  /** Positions of the tokens of each name, packed as `tokens`, rarest token first. */
  readonly rarest: Uint16Array
  /** Information of each entry of the vocabulary. */
  readonly information: Int32Array
}

class Interner {
  readonly keys: string[] = []
  readonly #ids = new Map<string, number>()

  intern(key: string): number {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.keys.length)
    return this.keys.push(key) - 1
  }
}

/** Packs names, each a list of tokens, into integer tables. */
export const buildNameTable = (names: readonly (readonly string[])[]): NameTable => {
  const size = names.length
  const starts = new Int32Array(size + 1)
  names.forEach((name, n) => {
    starts[n + 1] = (starts[n] as number) + name.length
  })
  const total = starts[size] as number
  const tokens = new Int32Array(total)
  const joins = new Int32Array(total).fill(-1)
  const words = new Interner()
  const pairs = new Interner()
  names.forEach((name, n) => {
    const at = starts[n] as number
    name.forEach((token, k) => {
      tokens[at + k] = words.intern(token)
      const next = name[k + 1]
      if (next !== undefined && joinTokens(token, next) !== undefined)
        joins[at + k] = pairs.intern(`${token} ${next}`)
    })
  })
  const known = Int32Array.from(words.keys, information)
  return {
    size,
    starts,
    tokens,
    joins,
    rarest: rankTokens(starts, tokens, known),
    vocabulary: words.keys,
    joined: pairs.keys.map((key) => key.split(' ') as [string, string]),
    byToken: post(starts, tokens, words.keys.length),
    byJoin: post(starts, joins, pairs.keys.length),
    information: known,
  }
}

const rankTokens = (starts: Int32Array, tokens: Int32Array, known: Int32Array): Uint16Array => {
  const ranked = new Uint16Array(tokens.length)
  for (let n = 0; n + 1 < starts.length; n++) {
    const own = tokens.subarray(starts[n], starts[n + 1])
    ranked.set(rarestFirst(Array.from(own, (id) => known[id] as number)), starts[n])
  }
  return ranked
}

/** Positions by falling information. */
export const rarestFirst = (infos: readonly number[]): number[] =>
  infos.map((_, k) => k).sort((a, b) => (infos[b] as number) - (infos[a] as number) || a - b)

/** Counting sort of places by key; -1 is no key. */
const post = (starts: Int32Array, keys: Int32Array, keyCount: number): Postings => {
  const heads = new Int32Array(keyCount + 1)
  for (const key of keys) if (key >= 0) heads[key + 1] = (heads[key + 1] as number) + 1
  for (let k = 0; k < keyCount; k++) heads[k + 1] = (heads[k + 1] as number) + (heads[k] as number)
  const names = new Int32Array(heads[keyCount] as number)
  const positions = new Uint16Array(names.length)
  const next = heads.slice()
  for (let n = 0; n + 1 < starts.length; n++) {
    const from = starts[n] as number
    for (let k = from; k < (starts[n + 1] as number); k++) {
      const key = keys[k] as number
      if (key < 0) continue
      const at = next[key] as number
      names[at] = n
      positions[at] = k - from
      next[key] = at + 1
    }
  }
  return { starts: heads, names, positions }
}
