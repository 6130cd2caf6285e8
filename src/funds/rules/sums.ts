import type { Flow } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { nowhere, type QuickPurses, type Way } from './purses.ts'
import { poison, shareOf } from './share.ts'

/**
 * Purses of a policy that needs two sums of each address: all it holds and the tainted part. They lie
 * beside each other, so that a move waits for memory once an end.
 */
export class Sums implements QuickPurses {
  #sums: Float64Array
  readonly #policy: number
  readonly #ahead: Ahead = new Ahead(2 * batch)

  constructor(addresses: number, policy: number) {
    this.#sums = new Float64Array(2 * addresses)
    this.#policy = policy
  }

  send(from: number, to: number, amount: number): number {
    const held = this.#sums[2 * from] as number
    const tainted = this.#sums[2 * from + 1] as number
    const seen = Math.min(amount, held)
    const part = shareOf(this.#policy, seen, { tainted, held })
    this.#sums[2 * from] = held - seen
    this.#sums[2 * from + 1] = tainted - part
    const moved = this.#policy === poison && part > 0 ? amount : part
    if (to !== nowhere) this.#add(to, amount, moved)
    return moved
  }

  ready(flow: Flow, begin: number, end: number): void {
    this.#ahead.addEnds(flow, 2, begin, end)
    this.#ahead.read(this.#sums)
  }

  along({ flow: { src, dst, amount }, moved }: Way, begin: number, end: number): void {
    const sums = this.#sums
    const policy = this.#policy
    for (let i = begin; i < end; i++) {
      const from = 2 * (src[i] as number)
      const to = 2 * (dst[i] as number)
      if (from === to) continue
      const whole = amount[i] as number
      const held = sums[from] as number
      const tainted = sums[from + 1] as number
      const seen = Math.min(whole, held)
      const part = shareOf(policy, seen, { tainted, held })
      sums[from] = held - seen
      sums[from + 1] = tainted - part
      const sent = policy === poison && part > 0 ? whole : part
      const holds = (sums[to] as number) + whole
      const holdsTainted = (sums[to + 1] as number) + sent
      sums[to] = holds
      sums[to + 1] = policy === poison && holdsTainted > 0 ? holds : holdsTainted
      moved[i] = sent
    }
  }

  put(to: number, amount: number, tainted: boolean): void {
    this.#add(to, amount, tainted ? amount : 0)
  }

  taintedAt(address: number): number {
    return this.#sums[2 * address + 1] as number
  }

  /** How many addresses there is room for. */
  get room(): number {
    return this.#sums.length / 2
  }

  grow(addresses: number): void {
    const sums = new Float64Array(2 * addresses)
    sums.set(this.#sums)
    this.#sums = sums
  }

  #add(to: number, amount: number, part: number): void {
    const held = (this.#sums[2 * to] as number) + amount
    const tainted = (this.#sums[2 * to + 1] as number) + part
    this.#sums[2 * to] = held
    this.#sums[2 * to + 1] = this.#policy === poison && tainted > 0 ? held : tainted
  }
}
