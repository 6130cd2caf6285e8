import { allowedEdits, longestToken } from '../../names/index.ts'

/** Vocabulary ids are packed below the 32-bit hash in one exact double. */
const idRange = 2 ** 20

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** FNV-1a over the letters of a token without those at `skipA` and `skipB` (-1 for none). */
const hashWithout = (token: string, skipA: number, skipB: number): number => {
  let hash = offsetBasis
  for (let i = 0; i < token.length; i++)
    if (i !== skipA && i !== skipB) hash = Math.imul(hash ^ token.charCodeAt(i), prime)
  return hash >>> 0
}

/** Most letters that are deleted from a token to meet others. */
const deletions = (token: string, mostEdits: number): number =>
  token.length > longestToken ? 0 : Math.min(allowedEdits(token.length), mostEdits)

/** Number of ways to delete up to `edits` letters, and none. */
const formCount = (letters: number, edits: number): number =>
  1 + (edits > 0 ? letters : 0) + (edits > 1 ? (letters * (letters - 1)) / 2 : 0)

/** Hashes of the token and of every way to delete up to `edits` letters from it. */
const hashForms = (token: string, edits: number, into: Float64Array): number => {
  let count = 0
  into[count++] = hashWithout(token, -1, -1)
  for (let a = 0; a < token.length && edits > 0; a++) {
    into[count++] = hashWithout(token, a, -1)
    for (let b = a + 1; b < token.length && edits > 1; b++) into[count++] = hashWithout(token, a, b)
  }
  return count
}

const mostForms = formCount(longestToken, 2)
const bucketBits = 16

/** Queries that are answered before the forms are made: making them costs as much as about this many. */
const queriesWithout = 12

/**
 * Finds the tokens within the allowed edits of a token without comparing it with all of them: two
 * tokens at an optimal string alignment distance of k or less share a form from which each lost at
 * most k letters (symmetric deletion, Garbe 2012), so none is missed. What it names is a superset:
 * the caller computes the weight. The forms are made when they pay: the first few queries name all.
 */
export class SpellingIndex {
  readonly #vocabulary: readonly string[]
  readonly #mostEdits: number
  #forms: Forms | undefined
  readonly #hashes = new Float64Array(mostForms)
  /** The last query that named each entry of the vocabulary. */
  readonly #named: Uint32Array
  #query = 0

  /** `mostEdits` narrows the allowed edits for the whole index. */
  constructor(vocabulary: readonly string[], mostEdits = 2) {
    if (vocabulary.length > idRange) throw new RangeError('more than a million distinct tokens')
    this.#vocabulary = vocabulary
    this.#mostEdits = mostEdits
    this.#named = new Uint32Array(vocabulary.length)
  }

  get bytes(): number {
    const { forms, buckets } = this.#built()
    return forms.byteLength + buckets.byteLength + this.#named.byteLength
  }

  /** Ids of the vocabulary that may lie within the allowed edits of a token, each once. */
  near(token: string, mostEdits = 2): number[] {
    const query = ++this.#query
    if (!this.#forms && query <= queriesWithout) return this.#vocabulary.map((_, id) => id)
    const { forms, buckets } = this.#built()
    const found: number[] = []
    const count = hashForms(token, deletions(token, mostEdits), this.#hashes)
    for (let k = 0; k < count; k++) {
      const hash = this.#hashes[k] as number
      const low = hash * idRange
      const high = low + idRange
      const bucket = hash >>> (32 - bucketBits)
      const end = buckets[bucket + 1] as number
      for (let i = buckets[bucket] as number; i < end; i++) {
        const form = forms[i] as number
        if (form >= high) break
        if (form < low || this.#named[form - low] === query) continue
        this.#named[form - low] = query
        found.push(form - low)
      }
    }
    return found
  }

  #built(): Forms {
    this.#forms ??= makeForms(this.#vocabulary, this.#mostEdits, this.#hashes)
    return this.#forms
  }
}

type Forms = {
  /** hash × 2^20 + vocabulary id, ascending. */
  readonly forms: Float64Array
  /** Where the forms begin whose hash has these first bits. */
  readonly buckets: Int32Array
}

const makeForms = (
  vocabulary: readonly string[],
  mostEdits: number,
  hashes: Float64Array,
): Forms => {
  const total = vocabulary.reduce(
    (sum, token) => sum + formCount(token.length, deletions(token, mostEdits)),
    0,
  )
  const forms = new Float64Array(total)
  let at = 0
  vocabulary.forEach((token, id) => {
    const count = hashForms(token, deletions(token, mostEdits), hashes)
    for (let k = 0; k < count; k++) forms[at++] = (hashes[k] as number) * idRange + id
  })
  forms.sort()
  const buckets = new Int32Array(2 ** bucketBits + 1).fill(total)
  for (let i = total - 1; i >= 0; i--) {
    const hash = Math.floor((forms[i] as number) / idRange)
    buckets[hash >>> (32 - bucketBits)] = i
  }
  for (let b = 2 ** bucketBits - 1; b >= 0; b--)
    buckets[b] = Math.min(buckets[b] as number, buckets[b + 1] as number)
  return { forms, buckets }
}
