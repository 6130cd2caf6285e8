import type { Millibits } from '../../model/index.ts'
import type { Island } from './islands.ts'
import { leastChannels, priors } from './rules/weights.ts'
import type { SharedValues } from './shared-values.ts'
import { newTally } from './tally.ts'

/**
 * Calls `found` for each pair of accounts, lower first and in ascending order, that outweighs the
 * prior by what it shares over two channels.
 */
export const eachPair = (
  { accounts, values, holders, held }: Island,
  { strength, channel, lent }: SharedValues,
  found: (a: number, b: number, bits: Millibits) => void,
): void => {
  const tally = newTally(accounts.length)
  for (let a = 0; a < accounts.length; a++) {
    for (let at = held.start[a] as number; at < (held.start[a + 1] as number); at++) {
      const value = held.items[at] as number
      const place = values[value] as number
      const said = {
        channel: channel[place] as number,
        bits: strength[place] as number,
        lent: lent[place] === 1,
      }
      for (let h = holders.start[value] as number; h < (holders.start[value + 1] as number); h++) {
        const b = holders.items[h] as number
        if (b > a) tally.add(b, said)
      }
    }
    for (const b of tally.touched) {
      if (tally.channelsOf(b) < leastChannels) continue
      const bits = tally.bitsOf(b)
      if (bits + priors.default >= 0) found(a, b, bits)
    }
    tally.clear()
  }
}
