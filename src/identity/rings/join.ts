import type { Millibits } from '../../model/index.ts'
import { holdersByGroup, none } from './group.ts'
import type { Island } from './islands.ts'
import { tieBits } from './rules/tie-bits.ts'
import { leastChannels, mostOutside, single, tie } from './rules/weights.ts'
import type { SharedValues } from './shared-values.ts'
import { newTally } from './tally.ts'

/**
 * Calls `found` for each account of no group and each group that ties it: over two channels, or by
 * one value that hardly anyone else holds. Accounts and their groups come in a fixed order.
 */
export const eachTie = (
  { island, shared, group }: { island: Island; shared: SharedValues; group: Int32Array },
  found: (account: number, group: number, bits: Millibits) => void,
): void => {
  const { accounts, values, held } = island
  const tally = newTally(accounts.length)
  const alone = new Int32Array(accounts.length)
  const ties = tiesByValue(island, shared, group)
  for (let account = 0; account < accounts.length; account++) {
    if (group[account] !== none) continue
    for (let at = held.start[account] as number; at < (held.start[account + 1] as number); at++) {
      const value = held.items[at] as number
      for (const { own, bits, alone: isEnough } of ties(value)) {
        const place = values[value] as number
        const channel = shared.channel[place] as number
        tally.add(own, { channel, bits, lent: shared.lent[place] === 1 })
        if (isEnough && bits > (alone[own] as number)) alone[own] = bits
      }
    }
    for (const own of tally.touched) {
      const bits = tally.bitsOf(own)
      const twofold = tally.channelsOf(own) >= leastChannels && bits >= tie
      if (twofold || (alone[own] as number) >= single) found(account, own, bits)
      alone[own] = 0
    }
    tally.clear()
  }
}

type Tie = { readonly own: number; readonly bits: Millibits; readonly alone: boolean }

/** What each value says of an account of no group that holds it, worked out once. */
const tiesByValue = (
  island: Island,
  { degree, strength }: SharedValues,
  group: Int32Array,
): ((value: number) => readonly Tie[]) => {
  const known: (readonly Tie[] | undefined)[] = new Array(island.values.length)
  return (value) => {
    const before = known[value]
    if (before) return before
    const place = island.values[value] as number
    const others = (degree[place] as number) - 1
    const ties = holdersByGroup(island, group, value)
      .map(([own, inside]) => ({
        own,
        bits: tieBits(strength[place] as number, { inside, others }),
        alone: inside > 1 && others <= inside * mostOutside,
      }))
      .filter(({ bits }) => bits > 0)
    known[value] = ties
    return ties
  }
}

/** Lets the accounts of no group join the group that ties them most, all at once. */
export const join = (island: Island, shared: SharedValues, group: Int32Array): boolean => {
  const best = new Map<number, { own: number; bits: Millibits }>()
  eachTie({ island, shared, group }, (account, own, bits) => {
    const other = best.get(account)
    if (!other || bits > other.bits || (bits === other.bits && own < other.own))
      best.set(account, { own, bits })
  })
  for (const [account, { own }] of best) group[account] = own
  return best.size > 0
}
