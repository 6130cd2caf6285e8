import { entityId, finding } from '../model/index.ts'
import { citedFrom, type Found, most, toPathEvidence } from './found.ts'
import type { HeldMoney } from './held.ts'
import { toMoneyTrail } from './money-trail.ts'
import type { Owner } from './owners.ts'
import { addressesOfTrace } from './patterns/index.ts'
import { type AssetTrace, trace } from './trace.ts'
import { unitOf } from './units.ts'

/** Follows all value that the addresses of a group sent, in each asset in which they did. */
export const followOwn = (
  { ground: { flows, stops, continued } }: HeldMoney,
  { wallets }: Owner,
): readonly AssetTrace[] =>
  trace(flows, {
    policy: 'haircut',
    backward: false,
    seeds: new Set(wallets.map(({ place }) => place)),
    seedMoves: new Set(),
    stops,
    continued,
  }).filter(({ seeded }) => seeded > 0n)

/** Where value of a group's addresses ended, an asset a finding. */
export async function* tellOwn(
  money: HeldMoney,
  owner: Owner,
  traces: readonly AssetTrace[],
): AsyncGenerator<Found> {
  for (const one of traces) {
    const trail = await toMoneyTrail(money.engine, citedFrom(money), one, {
      seeds: owner.wallets.map(({ address }) => address),
      backward: false,
      unit: unitOf(one.asset, money.assets),
      most,
    })
    const found = finding({
      question: 'funds',
      claim: 'passed_value',
      subjects: [owner.subject, entityId('asset', one.asset)],
      weight: {
        kind: 'amount',
        asset: one.asset,
        amount: one.seeded,
        low: one.seeded,
        high: one.seeded,
      },
      evidence: trail.ends.map((end) =>
        toPathEvidence(end, trail.seeds.length > 1 ? 'its addresses' : (trail.seeds[0] as string)),
      ),
    })
    const touched = addressesOfTrace(money.ground.flows, one)
    yield { owner, finding: found, trail: { ...trail, finding: found.id, other: null, touched } }
  }
}
