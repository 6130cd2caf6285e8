import { allowedEdits, longestToken } from '../../names/index.ts'

/** Vocabulary ids are packed below the 32-bit hash in one exact double. */
const idRange = 2 ** 20

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** FNV-1a over the letters of a token without those at `skipA` and `skipB` (-1 for none). */
const hashWithout = (token: string, skipA: number, skipB: number): number => {
  let hash = offsetBasis
  for (let i = 0; i < token.length; i++) {
    if (i === skipA || i === skipB) continue
    hash = Math.imul(hash ^ token.charCodeAt(i), prime)
  }
  return hash >>> 0
}

/** Calls back with the hash of the token and of every way to delete up to its allowed edits from it. */
const eachDeletion = (token: string, visit: (hash: number) => void): void => {
  visit(hashWithout(token, -1, -1))
  if (token.length > longestToken) return
  const edits = allowedEdits(token.length)
  for (let a = 0; a < token.length && edits > 0; a++) {
    visit(hashWithout(token, a, -1))
    for (let b = a + 1; b < token.length && edits > 1; b++) visit(hashWithout(token, a, b))
  }
}

const bucketBits = 16

/**
 * Finds the tokens within the allowed edits of a token without comparing it with all of them: two
 * tokens at an optimal string alignment distance of k or less share a form from which each lost at
 * most k letters (symmetric deletion, Garbe 2012), so none is missed. What it names is a superset:
 * the caller computes the weight.
 */
export class SpellingIndex {
  /** hash × 2^20 + vocabulary id, ascending. */
  readonly #forms: Float64Array
  readonly #buckets: Int32Array

  constructor(vocabulary: readonly string[]) {
    if (vocabulary.length > idRange) throw new RangeError('more than a million distinct tokens')
    let count = 0
    for (const token of vocabulary) eachDeletion(token, () => count++)
    this.#forms = new Float64Array(count)
    let at = 0
    vocabulary.forEach((token, id) => {
      eachDeletion(token, (hash) => {
        this.#forms[at++] = hash * idRange + id
      })
    })
    this.#forms.sort()
    this.#buckets = new Int32Array(2 ** bucketBits + 1).fill(count)
    for (let i = count - 1; i >= 0; i--) this.#buckets[this.#bucket(i)] = i
    for (let b = 2 ** bucketBits - 1; b >= 0; b--)
      this.#buckets[b] = Math.min(this.#buckets[b] as number, this.#buckets[b + 1] as number)
  }

  get bytes(): number {
    return this.#forms.byteLength + this.#buckets.byteLength
  }

  /** Ids of the vocabulary that may lie within the allowed edits of a token, each once. */
  near(token: string): ReadonlySet<number> {
    const found = new Set<number>()
    eachDeletion(token, (hash) => {
      const low = hash * idRange
      const high = low + idRange
      const bucket = hash >>> (32 - bucketBits)
      const end = this.#buckets[bucket + 1] as number
      for (let i = this.#buckets[bucket] as number; i < end; i++) {
        const form = this.#forms[i] as number
        if (form >= high) break
        if (form >= low) found.add(form - low)
      }
    })
    return found
  }

  #bucket(i: number): number {
    return Math.floor((this.#forms[i] as number) / idRange) >>> (32 - bucketBits)
  }
}
