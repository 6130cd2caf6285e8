import { information, joinTokens } from '../../names/index.ts'
import { Interner } from './interner.ts'
import { positions } from './mask.ts'
import { type Postings, post } from './postings.ts'

/** Names as integer tokens, with the names that hold each token. */
export type NameTable = {
  readonly size: number
  /** Tokens of name `n` are `tokens[starts[n]]` up to `tokens[starts[n + 1]]`. */
  readonly starts: Int32Array
  readonly tokens: Int32Array
  /** At each token, the id of the joined form of it and its right neighbour, or -1. */
  readonly joins: Int32Array
  readonly vocabulary: readonly string[]
  /** Both parts of each joined form, with a space between. */
  readonly joined: readonly string[]
  readonly byToken: Postings
  readonly byJoin: Postings
  /** Tokens of each name, packed as `tokens`, rarest first: see `toRank`. */
  readonly ranked: Int32Array
  /** Information of each entry of the vocabulary. */
  readonly information: Int32Array
}

const rankBits = 5

/** A token by what it says and its position, which is 31 for all that are not told apart. */
const toRank = (information: number, position: number): number =>
  (information << rankBits) | Math.min(position, positions)

export const rankInformation = (rank: number): number => rank >> rankBits
export const rankPosition = (rank: number): number => rank & positions

/** Tokens by falling information, as `toRank`. */
export const rankTokens = (infos: readonly number[]): number[] =>
  infos
    .map((_, k) => k)
    .sort((a, b) => (infos[b] as number) - (infos[a] as number) || a - b)
    .map((k) => toRank(infos[k] as number, k))

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
  const ranked = new Int32Array(total)
  for (let n = 0; n < size; n++) {
    const own = tokens.subarray(starts[n], starts[n + 1])
    ranked.set(rankTokens(Array.from(own, (id) => known[id] as number)), starts[n])
  }
  return {
    size,
    starts,
    tokens,
    joins,
    ranked,
    vocabulary: words.keys,
    joined: pairs.keys,
    byToken: post(starts, tokens, words.keys.length),
    byJoin: post(starts, joins, pairs.keys.length),
    information: known,
  }
}
