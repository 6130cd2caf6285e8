import { entityId, type Finding, finding } from '../model/index.ts'
import { citedFrom, type Found, most, toPathEvidence } from './found.ts'
import type { Other } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import type { Met } from './meet.ts'
import { type MoneyTrail, toMoneyTrail } from './money-trail.ts'
import type { Owner } from './owners.ts'
import { addressesOfPaths } from './patterns/index.ts'
import type { Holder } from './trace.ts'
import { unitOf } from './units.ts'

/** Owners who use an address of a theft or of a designated owner as their own. */
export function* findUses(
  owners: readonly Owner[],
  other: Other,
  seeds: ReadonlySet<number>,
): Generator<Found> {
  for (const owner of owners) {
    const own = owner.wallets.filter(({ place }) => seeds.has(place))
    if (own.length > 0) yield { owner, finding: toUseFinding(owner, other, own) }
  }
}

/** Where value of a theft or of a designated owner came to owners first, or went from them to him. */
export async function* tellMet(
  money: HeldMoney,
  owners: readonly Owner[],
  {
    other,
    met,
    backward,
  }: { readonly other: Other; readonly met: readonly Met[]; readonly backward: boolean },
): AsyncGenerator<Found> {
  for (const { trace, holders } of met) {
    const places = new Map(holders.map((holder) => [holder.address, holder]))
    for (const owner of owners) {
      const own = owner.wallets.filter(({ place }) => places.has(place))
      if (own.length === 0) continue
      const mine = new Set(own.map(({ place }) => place))
      const only = holders.filter(({ address }) => mine.has(address))
      const trail = await toMoneyTrail(money.engine, citedFrom(money), trace, {
        seeds: other.addresses,
        backward,
        unit: unitOf(trace.asset, money.assets),
        most,
        only,
      })
      const finding = toMetFinding(owner, other, { trail, holders: only })
      const touched = addressesOfPaths(money.ground.flows, { ...trace, holders: only })
      yield { owner, finding, trail: { ...trail, finding: finding.id, other, touched } }
    }
  }
}

const sum = (holders: readonly Holder[], part: 'amount' | 'low' | 'high'): bigint =>
  holders.reduce((total, holder) => total + holder[part], 0n)

const toMetFinding = (
  { subject }: Owner,
  other: Other,
  { trail, holders }: { readonly trail: MoneyTrail; readonly holders: readonly Holder[] },
): Finding =>
  finding({
    question: 'funds',
    claim: trail.backward ? 'passed_value' : 'received_value',
    subjects: [subject, other.id, entityId('asset', trail.asset)],
    weight: {
      kind: 'amount',
      asset: trail.asset,
      amount: sum(holders, 'amount'),
      low: sum(holders, 'low'),
      high: sum(holders, 'high'),
    },
    evidence: trail.ends.map((end) => toPathEvidence(end, other.caption)),
  })

const toUseFinding = ({ subject }: Owner, other: Other, own: Owner['wallets']): Finding =>
  finding({
    question: 'funds',
    claim: 'uses_address',
    subjects: [subject, other.id],
    weight: { kind: 'graded', label: `address of ${other.caption}`, flips: [] },
    evidence: own.map(({ address, kind, holders }) => ({
      feature: kind,
      outcome: 'agree',
      left: holders.join(', '),
      right: address,
      millibits: 0,
      group: 'funds',
      facts: [],
      how: other.says,
      innocent: 'Whoever names an address need not have its key.',
    })),
  })
