import type { Millibits } from '../../model/index.ts'
import { channelMost, channelRest } from './rules/weights.ts'
import { channels } from './shared-values.ts'

const width = channels.length

/** What a value says, and whether a facilitator may lend it. */
export type Said = { readonly channel: number; readonly bits: Millibits; readonly lent: boolean }

/**
 * Adds up what shared values say, for many targets at once, by the rule of channels: of one channel
 * the best counts whole, the rest a quarter, at most 12 bits; channels add.
 */
export type Tally = {
  /** Targets that something was added for, in the order in which they came. */
  readonly touched: readonly number[]
  add(target: number, said: Said): void
  bitsOf(target: number): Millibits
  /** Channels; all that a facilitator may lend is no more than one further. */
  channelsOf(target: number): number
  clear(): void
}

/** A tally of targets from 0 up to `targets`. */
export const newTally = (targets: number): Tally => {
  const best = new Int32Array(targets * width)
  const sum = new Int32Array(targets * width)
  const own = new Uint8Array(targets)
  const lentTo = new Uint8Array(targets)
  const touched: number[] = []
  return {
    touched,
    add(target, { channel, bits, lent }) {
      const at = target * width + channel
      if (own[target] === 0 && lentTo[target] === 0) touched.push(target)
      const mask = lent ? lentTo : own
      ;(mask[target] as number) |= 1 << channel
      ;(sum[at] as number) += bits
      if (bits > (best[at] as number)) best[at] = bits
    },
    bitsOf(target) {
      let total = 0
      for (let at = target * width; at < (target + 1) * width; at++)
        total += combined(best[at] as number, sum[at] as number)
      return total
    },
    channelsOf(target) {
      const mask = own[target] as number
      return bitCount(mask) + (((lentTo[target] as number) & ~mask) === 0 ? 0 : 1)
    },
    clear() {
      for (const target of touched) {
        own[target] = 0
        lentTo[target] = 0
        best.fill(0, target * width, (target + 1) * width)
        sum.fill(0, target * width, (target + 1) * width)
      }
      touched.length = 0
    },
  }
}

/** How many bits are set. */
const bitCount = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

const combined = (best: Millibits, sum: Millibits): Millibits =>
  Math.min(channelMost, best + Math.round((sum - best) * channelRest))
