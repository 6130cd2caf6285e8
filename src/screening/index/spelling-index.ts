import { addForms } from './forms.ts'

/** Vocabulary ids are packed below a 32-bit number in one exact double. */
export const idRange: number = 2 ** 20

const bucketBits = 16
const presenceBits = 23

/** Queries that are answered before the forms are made: making them costs as much as about this many. */
const queriesWithout = 12

/** The forms of a vocabulary. */
export type Forms = {
  /** hash × 2^20 + vocabulary id, ascending. */
  readonly forms: Float64Array
  /** Where the forms begin whose hash has these first bits. */
  readonly buckets: Int32Array
  /** A bit for the first bits of each hash: most forms of a query are in no token. */
  readonly presence: Uint32Array
}

/**
 * Finds the tokens that may be spellings of a token without comparing it with all of them. Two tokens
 * at an optimal string alignment distance of k or less share a form from which each lost at most k
 * letters (symmetric deletion, Garbe 2012), and tokens further apart share a kin key, so none is
 * missed. What it names is a superset: the caller computes the weight. The forms are made when they
 * pay: the first few queries name all.
 */
export class SpellingIndex {
  readonly #vocabulary: readonly string[]
  readonly #mostEdits: number
  #forms: Forms | undefined
  readonly #hashes: number[] = []
  /** The last query that named each entry of the vocabulary. */
  readonly #named: Uint32Array
  #query = 0

  /** `mostEdits` narrows the allowed edits for the whole index. */
  constructor(vocabulary: readonly string[], mostEdits = 2, forms?: Forms) {
    if (vocabulary.length > idRange) throw new RangeError('more than a million distinct tokens')
    this.#vocabulary = vocabulary
    this.#mostEdits = mostEdits
    this.#forms = forms
    this.#named = new Uint32Array(vocabulary.length)
  }

  /** The forms, made now where they have not been needed yet. */
  get forms(): Forms {
    this.#forms ??= makeForms(this.#vocabulary, this.#mostEdits)
    return this.#forms
  }

  /** Ids of the vocabulary that may be spellings of a token, each once. */
  near(token: string, mostEdits = 2): number[] {
    const query = ++this.#query
    if (!this.#forms && query <= queriesWithout) return this.#vocabulary.map((_, id) => id)
    const { forms, buckets, presence } = this.forms
    const found: number[] = []
    this.#hashes.length = 0
    addForms(token, mostEdits, this.#hashes)
    for (const hash of this.#hashes) {
      if (!isPresent(presence, hash)) continue
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
}

const isPresent = (presence: Uint32Array, hash: number): boolean => {
  const at = hash >>> (32 - presenceBits)
  return (((presence[at >>> 5] as number) >>> (at & 31)) & 1) === 1
}

const makeForms = (vocabulary: readonly string[], mostEdits: number): Forms => {
  const packed: number[] = []
  const own: number[] = []
  vocabulary.forEach((token, id) => {
    own.length = 0
    addForms(token, mostEdits, own)
    for (const hash of own) packed.push(hash * idRange + id)
  })
  const forms = Float64Array.from(packed).sort()
  const buckets = new Int32Array(2 ** bucketBits + 1).fill(forms.length)
  const presence = new Uint32Array(2 ** (presenceBits - 5))
  for (let i = forms.length - 1; i >= 0; i--) {
    const hash = Math.floor((forms[i] as number) / idRange)
    buckets[hash >>> (32 - bucketBits)] = i
    const at = hash >>> (32 - presenceBits)
    presence[at >>> 5] = (presence[at >>> 5] as number) | (1 << (at & 31))
  }
  for (let b = 2 ** bucketBits - 1; b >= 0; b--)
    buckets[b] = Math.min(buckets[b] as number, buckets[b + 1] as number)
  return { forms, buckets, presence }
}
