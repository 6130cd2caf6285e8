import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { composeBig } from './compose-big.ts'
import { type Composed, type Composing, unlabelled } from './composing.ts'
import { Mixtures } from './mixtures.ts'

const fee = moveKinds.indexOf('fee')

/**
 * Follows of which category the value is that arrives at each address, in one pass over a flow. What a
 * labelled address sends is of its category, whatever it received; any other sends a like share of all
 * that it holds (haircut): of the categories up to each one the floor. So the parts of a move are exactly
 * its amount, and each is less than a unit off.
 */
export const compose = (flow: Flow, composing: Composing): Composed => {
  const { amount } = flow
  return amount instanceof Float64Array
    ? composeDoubles({ ...flow, amount }, composing)
    : composeBig({ ...flow, amount }, composing)
}

const composeDoubles = (
  flow: Flow & { readonly amount: Float64Array },
  { categories, category, initial, initially, unfunded, fromNobody }: Composing,
): Composed => {
  const { addresses, src, dst, amount, kind } = flow
  const mixtures = new Mixtures(addresses, categories)
  const direct = new Float64Array(addresses * categories)
  for (let at = 0; initial && at < addresses; at++)
    if (initial[at]) mixtures.put(at, initially, Number(initial[at]))
  for (let move = 0; move < src.length; move++) {
    mixtures.fetch(flow, move)
    const from = src[move] as number
    const end = dst[move] as number
    const value = amount[move] as number
    if (from === end || value === 0) continue
    const to = (kind[move] === fee && from !== nobody) || end === nobody ? undefined : end
    const sort =
      from === nobody ? (fromNobody[kind[move] as number] as number) : (category[from] as number)
    if (sort !== unlabelled) {
      if (to === undefined) continue
      const at = to * categories + sort
      direct[at] = (direct[at] as number) + value
      mixtures.put(to, sort, value)
      continue
    }
    const seen = Math.min(value, mixtures.held(from))
    if (seen > 0) mixtures.send(from, to, seen)
    if (value > seen && to !== undefined) mixtures.put(to, unfunded, value - seen)
  }
  const directOf = (address: number, sort: number): number =>
    direct[address * categories + sort] as number
  return {
    direct: (address, sort) => BigInt(directOf(address, sort)),
    indirect(address, sort) {
      const first = sort === initially ? Number(initial?.[address] ?? 0) : 0
      return BigInt(mixtures.came(address, sort) - first - directOf(address, sort))
    },
  }
}
