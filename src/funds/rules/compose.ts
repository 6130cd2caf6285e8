import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { batch } from './ahead.ts'
import { composeBig } from './compose-big.ts'
import { type Composed, type Composing, unlabelled } from './composing.ts'
import { Mixtures } from './mixtures.ts'
import { Rows } from './rows.ts'

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
  composing: Composing,
): Composed => {
  const { src, dst, amount } = flow
  const { categories, initial, initially, unfunded } = composing
  const mixtures = mixturesAtFirst(flow, composing)
  const direct = new Rows(flow.addresses, categories)
  const sorts = sortsOf(flow, composing)
  for (let begin = 0; begin < sorts.length; begin += batch) {
    const end = Math.min(sorts.length, begin + batch)
    mixtures.ready(flow, sorts, begin, end)
    for (let move = begin; move < end; move++) {
      const from = src[move] as number
      const value = amount[move] as number
      if (from === dst[move] || value === 0) continue
      const to = takerOf(flow, move)
      const sort = sorts[move] as number
      const seen = sort === unlabelled ? Math.min(value, mixtures.held(from)) : 0
      if (seen > 0) mixtures.send(from, to, seen)
      if (to === undefined || value === seen) continue
      mixtures.put(to, sort === unlabelled ? unfunded : sort, value - seen)
      if (sort !== unlabelled) direct.add(to, sort, value)
    }
  }
  return {
    direct: (address, sort) => BigInt(direct.sum(address, sort)),
    indirect(address, sort) {
      const first = sort === initially ? Number(initial?.[address] ?? 0) : 0
      return BigInt(mixtures.came(address, sort) - first - direct.sum(address, sort))
    },
  }
}

const mixturesAtFirst = (
  { addresses }: Flow,
  { categories, initial, initially }: Composing,
): Mixtures => {
  const mixtures = new Mixtures(addresses, categories)
  for (let at = 0; initial && at < addresses; at++)
    if (initial[at]) mixtures.put(at, initially, Number(initial[at]))
  return mixtures
}

/** Who takes what a move brings, if anybody: of a fee nobody. */
const takerOf = ({ src, dst, kind }: Flow, move: number): number | undefined =>
  dst[move] === nobody || (kind[move] === fee && src[move] !== nobody)
    ? undefined
    : (dst[move] as number)

/** Of which category each move is as a whole, `unlabelled` where it is a share of what its source holds. */
const sortsOf = ({ src, kind }: Flow, { category, fromNobody }: Composing): Uint8Array => {
  const sorts = new Uint8Array(src.length)
  for (let move = 0; move < sorts.length; move++) {
    const from = src[move] as number
    sorts[move] = (from === nobody ? fromNobody[kind[move] as number] : category[from]) as number
  }
  return sorts
}
