/** What became of the money that a ring was paid. */
const ends = [
  'paid',
  'cuts',
  'to_exchange',
  'to_mixer',
  'to_bridge',
  'to_designated',
  'payout',
] as const

export type End = (typeof ends)[number]

/**
 * What is true of a ring's money, to the last unit: what its wallets were paid, who took a cut, and where
 * the rest came first, all in base units of the asset; `still_held` is on wallets of the ring. `payout` is
 * what a bank paid out for it, in cents of USD.
 */
export type MoneyTruthRow = {
  readonly ring: string
  readonly asset: string
  readonly [end: string]: string
}

/** Counts while money moves what becomes of it; rings are places. */
export class Books {
  readonly #rings: readonly Record<End, number>[]

  constructor(rings: number) {
    this.#rings = Array.from({ length: rings }, () => ({
      paid: 0,
      cuts: 0,
      to_exchange: 0,
      to_mixer: 0,
      to_bridge: 0,
      to_designated: 0,
      payout: 0,
    }))
  }

  /** Writes an amount down; nothing of accounts that are of no ring. */
  add(ring: number, end: End, amount: number): void {
    const own = this.#rings[ring]
    if (own) own[end] += amount
  }

  *rows(asset: string): Generator<MoneyTruthRow> {
    for (const [place, { paid, payout, ...ways }] of this.#rings.entries()) {
      const gone = Object.values(ways).reduce((sum, amount) => sum + amount, 0)
      const told = { paid, ...ways, still_held: paid - gone, payout }
      yield {
        ring: `ring-${place + 1}`,
        asset,
        ...Object.fromEntries(Object.entries(told).map(([end, amount]) => [end, String(amount)])),
      }
    }
  }
}
