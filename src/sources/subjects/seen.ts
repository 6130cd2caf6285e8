/** Ids that are told apart exactly; beyond them every id counts as seen. */
const mostIds = 1_048_576

/**
 * Remembers which ids have come, by 64 bits of each, in a table that stops growing at 16 MiB: memory
 * does not depend on the file.
 */
export class SeenIds {
  #slots = new Uint32Array(2 * 8_192)
  #count = 0
  readonly #most: number

  constructor(most: number = mostIds) {
    this.#most = most
  }

  /** Whether the id is new, and takes it. */
  isNew(id: string): boolean {
    const [low, high] = fingerprint(id)
    const at = find(this.#slots, low, high)
    if (this.#slots[at] !== 0 || this.#slots[at + 1] !== 0) return false
    if (this.#count >= this.#most) return false
    this.#slots[at] = low
    this.#slots[at + 1] = high
    if (++this.#count * 4 > this.#slots.length) this.#grow()
    return true
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Uint32Array(before.length * 2)
    for (let i = 0; i < before.length; i += 2) {
      const [low, high] = [before[i] as number, before[i + 1] as number]
      if (low === 0 && high === 0) continue
      const at = find(this.#slots, low, high)
      this.#slots[at] = low
      this.#slots[at + 1] = high
    }
  }
}

/** Position of a fingerprint, or of the free slot where it belongs. */
const find = (slots: Uint32Array, low: number, high: number): number => {
  const mask = slots.length / 2 - 1
  let slot = low & mask
  for (;;) {
    const [a, b] = [slots[2 * slot], slots[2 * slot + 1]]
    if ((a === low && b === high) || (a === 0 && b === 0)) return 2 * slot
    slot = (slot + 1) & mask
  }
}

/** Two hashes after FNV-1a with different multipliers, mixed at the end; never both zero. */
const fingerprint = (text: string): [low: number, high: number] => {
  let [low, high] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13)
  }
  low = Math.imul(low ^ (low >>> 16), 0xc2b2ae35) ^ (high >>> 15)
  high = Math.imul(high ^ (high >>> 16), 0x27d4eb2f) ^ (low >>> 13)
  return [low >>> 0, high >>> 0 || 1]
}
