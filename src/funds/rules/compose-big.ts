import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import { type Composed, type Composing, unlabelled } from './composing.ts'

const fee = moveKinds.indexOf('fee')

/** `compose` in big integers. */
export const composeBig = (
  { addresses, src, dst, amount, kind }: Flow & { readonly amount: readonly bigint[] },
  { categories, category, initial, initially, unfunded, fromNobody }: Composing,
): Composed => {
  const held = new Array<bigint>(addresses).fill(0n)
  const [parts, direct, indirect] = [0, 1, 2].map(() =>
    new Array<bigint>(addresses * categories).fill(0n),
  ) as [bigint[], bigint[], bigint[]]
  for (let at = 0; initial && at < addresses; at++) {
    held[at] = BigInt(initial[at] as number | bigint)
    parts[at * categories + initially] = held[at] as bigint
  }
  const give = (to: number, sort: number, value: bigint): void => {
    if (to === nobody) return
    ;(held[to] as bigint) += value
    ;(parts[to * categories + sort] as bigint) += value
  }
  const arrive = (to: number, sort: number, value: bigint): void => {
    if (to === nobody) return
    ;(indirect[to * categories + sort] as bigint) += value
    give(to, sort, value)
  }
  const share = (from: number, to: number, amount: bigint): void => {
    const whole = held[from] as bigint
    let upTo = 0n
    let sent = 0n
    for (let sort = 0; sort < categories; sort++) {
      const own = parts[from * categories + sort] as bigint
      if (own === 0n) continue
      upTo += own
      const part = (amount * upTo) / whole - sent
      sent += part
      parts[from * categories + sort] = own - part
      arrive(to, sort, part)
    }
    held[from] = whole - amount
  }
  for (let move = 0; move < src.length; move++) {
    const [from, end, value] = [src[move] as number, dst[move] as number, amount[move] as bigint]
    if (from === end || value === 0n) continue
    const to = kind[move] === fee && from !== nobody ? nobody : end
    const sort = from === nobody ? (fromNobody[kind[move] as number] as number) : category[from]
    if (sort !== unlabelled) {
      if (to === nobody) continue
      ;(direct[to * categories + (sort as number)] as bigint) += value
      give(to, sort as number, value)
      continue
    }
    const seen = value < (held[from] as bigint) ? value : (held[from] as bigint)
    if (seen > 0n) share(from, to, seen)
    if (value > seen) arrive(to, unfunded, value - seen)
  }
  return {
    direct: (address, sort) => direct[address * categories + sort] as bigint,
    indirect: (address, sort) => indirect[address * categories + sort] as bigint,
  }
}
