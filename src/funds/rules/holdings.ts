import { type Amounts, type Flow, nobody } from '../flow/flow.ts'
import { Ahead, batch } from './ahead.ts'
import { isIdle, sourceOf } from './source.ts'
import type { Tracing } from './tracing.ts'

/** What each address was seen to hold, whatever the policy. */
export type Holdings = {
  /** What each address holds after the last move. */
  readonly last: Amounts
  /** The moves that sent more than was seen to have arrived, in order, and how much more. */
  readonly unfunded: { readonly move: readonly number[]; readonly amount: Amounts }
}

/** Follows what addresses hold through a flow, in base units; no policy has a say in it. */
export const holdingsOf = (flow: Flow, initial?: Amounts): Holdings =>
  flow.amount instanceof Float64Array
    ? follow({ ...flow, amount: flow.amount }, initial)
    : followBig({ ...flow, amount: flow.amount }, initial)

/**
 * Of the value never seen arriving what each address sent, and in all: of addresses that are seeds and
 * of seed moves none is counted, since all that they send was asked for.
 */
export const unfundedOf = (
  flow: Flow,
  { unfunded: { move, amount } }: Holdings,
  { seeds, seedMoves }: Pick<Tracing, 'seeds' | 'seedMoves'>,
): { readonly total: bigint; readonly addresses: ReadonlyMap<number, bigint> } => {
  const addresses = new Map<number, bigint>()
  let total = 0n
  move.forEach((place, i) => {
    const address = flow.src[place] as number
    if (seeds[address] === 1 || seedMoves?.[place] === 1) return
    const more = BigInt(amount[i] as number | bigint)
    addresses.set(address, (addresses.get(address) ?? 0n) + more)
    total += more
  })
  return { total, addresses }
}

const follow = (flow: Flow & { amount: Float64Array }, initial?: Amounts): Holdings => {
  const { src, dst, kind, amount } = flow
  const last = new Float64Array(flow.addresses)
  for (let i = 0; initial && i < initial.length; i++) last[i] = Number(initial[i])
  const move: number[] = []
  const more: number[] = []
  const ahead = new Ahead(2 * batch)
  for (let i = 0; i < src.length; i++) {
    if (i % batch === 0) {
      ahead.addEnds(flow, 1, i, Math.min(src.length, i + batch))
      ahead.read(last)
    }
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (isIdle(from, to)) continue
    if (from !== nobody) {
      const left = (last[from] as number) - (amount[i] as number)
      last[from] = Math.max(0, left)
      if (left < 0) {
        move.push(i)
        more.push(-left)
      }
    }
    if (to !== nobody) last[to] = (last[to] as number) + (amount[i] as number)
  }
  return { last, unfunded: { move, amount: Float64Array.from(more) } }
}

const followBig = (flow: Flow & { amount: readonly bigint[] }, initial?: Amounts): Holdings => {
  const last = Array.from({ length: flow.addresses }, (_, i) => BigInt(initial?.[i] ?? 0n))
  const move: number[] = []
  const more: bigint[] = []
  flow.amount.forEach((amount, i) => {
    const from = sourceOf(flow.src[i] as number, flow.kind[i] as number)
    const to = flow.dst[i] as number
    if (isIdle(from, to)) return
    if (from !== nobody) {
      const left = (last[from] as bigint) - amount
      last[from] = left > 0n ? left : 0n
      if (left < 0n) {
        move.push(i)
        more.push(-left)
      }
    }
    if (to !== nobody) last[to] = (last[to] as bigint) + amount
  })
  return { last, unfunded: { move, amount: more } }
}
