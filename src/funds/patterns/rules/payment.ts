import { amountOf, dayMs, isSubject, type Scene, service, timeOf } from './scene.ts'
import { numberOf } from './table.ts'

/** A payment to a wallet and the way that most of it went on. */
export type Payment = {
  readonly payer: number
  readonly wallet: number
  /** The payment itself, then each transfer onwards. */
  readonly moves: readonly number[]
  /** Where each transfer onwards came to; none where most of it stayed, or went to a stop. */
  readonly places: readonly number[]
}

const [days, hops, percent, recipients] = ['days', 'hops', 'percent', 'recipients'].map((name) =>
  numberOf('payroll', name),
) as [number, number, number, number]

/**
 * Payments of payers to wallets, each followed onwards by one transfer after the other: the greatest that
 * is no more than what came and most of it, else the least that is more, while days and hops last. A payer
 * is a service or hub, an address that never received, or one that pays many; the way ends before a stop.
 */
export function* followPayments(scene: Scene): Generator<Payment> {
  const payers = payersOf(scene)
  for (let wallet = 0; wallet < payers.length; wallet++) {
    if (payers[wallet] === 1 || !isSubject(scene, wallet) || scene.outs(wallet).length === 0)
      continue
    for (const move of scene.ins(wallet)) {
      const payer = scene.flow.src[move] as number
      if (payers[payer] !== 1) continue
      yield { payer, wallet, ...follow(scene, move) }
    }
  }
}

/** 1 for addresses that pay wages, by what they do. */
const payersOf = ({ flow, stops, ins, outs }: Scene): Uint8Array =>
  stops.map((stop, address) => {
    if (stop !== 0) return stop === service ? 1 : 0
    const sent = outs(address)
    if (sent.length === 0) return 0
    if (ins(address).length === 0) return 1
    const paid = new Set<number>()
    for (const move of sent) if (paid.size <= recipients) paid.add(flow.dst[move] as number)
    return paid.size > recipients ? 1 : 0
  })

const follow = (scene: Scene, payment: number): Pick<Payment, 'moves' | 'places'> => {
  const until = timeOf(scene, payment) + days * dayMs
  const moves = [payment]
  const places: number[] = []
  const seen = new Set([scene.flow.dst[payment] as number])
  for (let at = payment; places.length < hops; ) {
    const next = onwards(scene, at, until)
    const place = next === undefined ? undefined : (scene.flow.dst[next] as number)
    if (next === undefined || place === undefined || !isSubject(scene, place) || seen.has(place))
      break
    seen.add(place)
    moves.push(next)
    places.push(place)
    at = next
  }
  return { moves, places }
}

/** The transfer by which most of what came went on. */
const onwards = (scene: Scene, came: number, until: number): number | undefined => {
  const amount = amountOf(scene, came)
  const since = timeOf(scene, came)
  let best: number | undefined
  for (const move of laterThan(scene, scene.outs(scene.flow.dst[came] as number), since)) {
    if (timeOf(scene, move) > until) break
    if (100n * amountOf(scene, move) < BigInt(percent) * amount) continue
    if (best === undefined || isBetter(amountOf(scene, move), amountOf(scene, best), amount))
      best = move
  }
  return best
}

/** Amounts that are no more than what came are better, the greater the better; of others the least. */
const isBetter = (one: bigint, other: bigint, whole: bigint): boolean => {
  if (one <= whole) return other > whole || one > other
  return other > whole && one < other
}

function* laterThan(scene: Scene, moves: Uint32Array, since: number): Generator<number> {
  let [low, high] = [0, moves.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (timeOf(scene, moves[middle] as number) < since) low = middle + 1
    else high = middle
  }
  for (let i = low; i < moves.length; i++) yield moves[i] as number
}
