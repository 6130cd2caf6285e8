import { type Flow, moveKinds, nobody } from '../flow/flow.ts'
import type { Policy, Spread, Tracing } from './tracing.ts'

/** A unit of value: true where tainted. */
type Coin = boolean

/** Of coins in the order in which they came, the places of those that go. */
const choose = (policy: Policy, purse: readonly Coin[], count: number): readonly number[] => {
  const places = [...purse.keys()]
  const tainted = places.filter((i) => purse[i])
  const clean = places.filter((i) => !purse[i])
  const orders: Record<Exclude<Policy, 'haircut'>, readonly number[]> = {
    fifo: places,
    poison: places,
    'taint-first': [...tainted, ...clean],
    'clean-first': [...clean, ...tainted],
  }
  if (policy !== 'haircut') return orders[policy].slice(0, count)
  let share = 0
  while (share < count && (share + 1) * purse.length <= count * tainted.length) share++
  return [...tainted.slice(0, share), ...clean.slice(0, count - share)]
}

/** A tracer of small amounts that moves each unit by itself and knows no sums. */
export const traceCoins = (flow: Flow, tracing: Tracing): Spread => {
  const { policy, seeds, stops } = tracing
  const purses: Coin[][] = Array.from({ length: flow.addresses }, (_, i) =>
    new Array<Coin>(Number(tracing.initial?.[i] ?? 0)).fill(false),
  )
  const booked = new Array<number>(flow.addresses).fill(0)
  const moved: number[] = []
  const count = { seeded: 0, burned: 0, fees: 0 }
  const leave = (from: number, amount: number): Coin[] => {
    const purse = purses[from] as Coin[]
    const poisoned = policy === 'poison' && purse.includes(true)
    if (poisoned) purse.fill(true)
    const places = choose(policy, purse, Math.min(amount, purse.length))
    const coins = places.map((i) => purse[i] as Coin)
    purses[from] = purse.filter((_, i) => !places.includes(i))
    while (coins.length < amount) coins.push(poisoned)
    return coins
  }
  flow.src.forEach((src, i) => {
    const to = flow.dst[i] as number
    const amount = Number(flow.amount[i])
    const kind = moveKinds[flow.kind[i] as number]
    const from = kind === 'mint' ? nobody : src
    moved[i] = 0
    if (from === to && from !== nobody) return
    const isClean = from === nobody || stops[from] === 1
    let coins = isClean ? new Array<Coin>(amount).fill(false) : leave(from, amount)
    if (seeds[from] === 1 || tracing.seedMoves?.[i] === 1) {
      count.seeded += coins.filter((coin) => !coin).length
      coins = coins.map(() => true)
    }
    const tainted = coins.filter((coin) => coin).length
    moved[i] = tainted
    if (kind === 'fee') {
      count.fees += tainted
      coins.fill(false)
    } else if (to === nobody) count.burned += tainted
    if (to === nobody) return
    if (stops[to] === 1) booked[to] = (booked[to] as number) + coins.filter((coin) => coin).length
    else {
      const purse = purses[to] as Coin[]
      purse.push(...coins)
      if (policy === 'poison' && purse.includes(true)) purse.fill(true)
    }
  })
  const tainted = purses.map((purse, i) =>
    BigInt(stops[i] === 1 ? (booked[i] as number) : purse.filter((coin) => coin).length),
  )
  const sum = (stop: number): bigint =>
    tainted.reduce((total, amount, i) => (stops[i] === stop ? total + amount : total), 0n)
  return {
    tainted,
    moved: moved.map(BigInt),
    seeded: BigInt(count.seeded),
    held: sum(0),
    stopped: sum(1) + BigInt(count.burned),
    burned: BigInt(count.burned),
    fees: BigInt(count.fees),
  }
}
