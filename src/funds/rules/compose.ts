import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { composeBig } from './compose-big.ts'
import { type Composed, type Composing, unlabelled } from './composing.ts'
import { floorShare } from './share.ts'

const fee = moveKinds.indexOf('fee')

/**
 * Follows of which category the value is that arrives at each address, in one pass over a flow. What a
 * labelled address sends is of its category, whatever it received; any other sends a like share of all
 * that it holds (haircut), floors first, the units that are left over to the first categories that still have
 * some. So the parts of a move are exactly its amount.
 */
export const compose = (flow: Flow, composing: Composing): Composed => {
  const { amount } = flow
  return amount instanceof Float64Array
    ? composeDoubles({ ...flow, amount }, composing)
    : composeBig({ ...flow, amount }, composing)
}

const composeDoubles = (
  { addresses, src, dst, amount, kind }: Flow & { readonly amount: Float64Array },
  { categories, category, initial, initially, unfunded, fromNobody }: Composing,
): Composed => {
  const held = new Float64Array(addresses)
  const parts = new Float64Array(addresses * categories)
  const direct = new Float64Array(addresses * categories)
  const indirect = new Float64Array(addresses * categories)
  for (let at = 0; initial && at < addresses; at++) {
    held[at] = Number(initial[at])
    parts[at * categories + initially] = held[at] as number
  }
  const give = (to: number, sort: number, value: number): void => {
    if (to === nobody) return
    ;(held[to] as number) += value
    ;(parts[to * categories + sort] as number) += value
  }
  const share = (from: number, to: number, sent: number): void => {
    const whole = held[from] as number
    let rest = sent
    for (let sort = 0; sort < categories; sort++) {
      const own = parts[from * categories + sort] as number
      if (own === 0) continue
      const part = floorShare(sent, own, whole)
      parts[from * categories + sort] = own - part
      arrive(to, sort, part)
      rest -= part
    }
    for (let sort = 0; rest > 0; sort++) {
      if (parts[from * categories + sort] === 0) continue
      ;(parts[from * categories + sort] as number) -= 1
      arrive(to, sort, 1)
      rest--
    }
    held[from] = whole - sent
  }
  const arrive = (to: number, sort: number, value: number): void => {
    if (to === nobody) return
    ;(indirect[to * categories + sort] as number) += value
    give(to, sort, value)
  }
  for (let move = 0; move < src.length; move++) {
    const [from, end, value] = [src[move] as number, dst[move] as number, amount[move] as number]
    if (from === end || value === 0) continue
    const to = kind[move] === fee && from !== nobody ? nobody : end
    const sort = from === nobody ? (fromNobody[kind[move] as number] as number) : category[from]
    if (sort !== unlabelled) {
      if (to === nobody) continue
      ;(direct[to * categories + (sort as number)] as number) += value
      give(to, sort as number, value)
      continue
    }
    const seen = Math.min(value, held[from] as number)
    if (seen > 0) share(from, to, seen)
    if (value > seen) arrive(to, unfunded, value - seen)
  }
  return { direct, indirect }
}
