import {
  type Entity,
  type EntityId,
  type Evidence,
  entityId,
  type Facts,
  type Finding,
  finding,
  type Question,
  type Source,
} from '../model/index.ts'
import type { HolderAnswer } from './answer.ts'
import type { CaseTrail, FundsCase, Other, Payout } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import { meet } from './meet.ts'
import { type MoneyTrail, toMoneyTrail } from './money-trail.ts'
import { findOthers } from './others.ts'
import { type Group, type Owner, ownersOf, toOwnerEntity } from './owners.ts'
import { findPayouts, type PaidOut } from './payouts.ts'
import { type Holder, trace } from './trace.ts'
import { unitOf } from './units.ts'

/** The question of money, and what its cases show beside their findings. */
export type FundsQuestion = Question & {
  /** Subjects that no file describes: accounts that were only observed, addresses of several accounts. */
  subjects(): Iterable<Entity>
  /** What the cases of subjects show of money. */
  cases(): ReadonlyMap<EntityId, FundsCase>
}

/** Most holders and ways of a trail, and most pieces of evidence of a finding, that are told one by one. */
const most = 50

/**
 * Where does the money go? Value of thefts and of designated owners is followed until it first comes to
 * an address of somebody who is asked about, that of designated owners also backward; and value of each
 * group's addresses to where it ended. Amounts are by haircut, with the range over the policies that
 * conserve value.
 */
export const fundsQuestion = (money: HeldMoney, groups: () => Iterable<Group>): FundsQuestion => {
  const cases = new Map<EntityId, FundsCase>()
  const entities = new Map<EntityId, Entity>()
  const show = ({ owner, trail, payouts = [] }: Found): void => {
    const before = cases.get(owner.subject) ?? toCase(owner)
    cases.set(owner.subject, {
      ...before,
      trails: trail ? [...before.trails, trail] : before.trails,
      payouts: [...before.payouts, ...payouts],
      names: { ...before.names, ...(trail ? namesIn(money, trail) : {}) },
    })
  }
  return {
    id: 'funds',
    asks: 'Where does the money go?',
    rule: () =>
      'Value of a theft of the register, or of a designated owner, is found where it came to an address of somebody who is asked about, directly or over others without a label; value of the addresses of a ring is followed to where it ended. Amounts are exact, parted by shares (haircut), beside them the least and the greatest that other policies give. Value ends at services, mixers, bridges and hubs: what leaves them is not followed, a payment of a service is told as a link and never as traced value.',
    subjects: () => entities.values(),
    cases: () => cases,
    async *ask(facts, { asked }) {
      cases.clear()
      entities.clear()
      const described = await describedHolders(facts, money)
      const owners = ownersOf(money.wallets, groups(), (key) => described.get(key))
      const known = new Set(described.values())
      for await (const found of findAll(money, owners)) {
        const { owner, finding } = found
        show(found)
        if (!owner.isGroup && !known.has(owner.subject))
          entities.set(owner.subject, toOwnerEntity(owner, money.sources[0] as Source))
        yield finding
      }
      for (const { subject } of owners) asked(subject, 0)
    },
  }
}

/** The records among subjects that hold a wallet, by their keys. */
const describedHolders = async (
  facts: Facts,
  { wallets }: HeldMoney,
): Promise<ReadonlyMap<string, EntityId>> => {
  const holders = new Set([...wallets.values()].flatMap((wallet) => wallet.holders))
  const described = new Map<string, EntityId>()
  for await (const { id, key } of facts.subjects()) if (holders.has(key)) described.set(key, id)
  return described
}

type Found = {
  readonly owner: Owner
  readonly finding: Finding
  readonly trail?: CaseTrail
  readonly payouts?: readonly Payout[]
}

async function* findAll(money: HeldMoney, owners: readonly Owner[]): AsyncGenerator<Found> {
  const holds = (address: string): boolean => money.ground.placeOf(address) !== undefined
  for (const other of findOthers(money.labels, holds)) yield* findMet(money, owners, other)
  for (const owner of owners.filter(({ isGroup }) => isGroup)) {
    const trails: MoneyTrail[] = []
    for await (const found of followGroup(money, owner)) {
      trails.push(found.trail)
      yield found
    }
    const paid = await findPayouts(money, owner, trails)
    for (const asset of new Set(paid.map(({ payout }) => payout.asset))) {
      const here = paid.filter(({ payout }) => payout.asset === asset)
      const payouts = here.map(({ payout }) => payout)
      yield { owner, finding: toPaidFinding(owner, asset, here), payouts }
    }
  }
}

const toCase = ({ wallets }: Owner): FundsCase => ({
  wallets: wallets.map(({ address, kind, holders }) => ({ address, kind, holders })),
  trails: [],
  payouts: [],
  names: {},
})

const namesIn = ({ ground }: HeldMoney, trail: MoneyTrail): Readonly<Record<string, string>> => {
  const names: Record<string, string> = {}
  const addresses = [
    ...trail.seeds,
    ...trail.ways.flatMap(({ src, dst }) => [src, dst]),
    ...trail.ends.map(({ address }) => address),
  ]
  for (const address of addresses) {
    const name = address && ground.named(address)?.label
    if (name) names[address] = name
  }
  return names
}

/** Where value of a theft or of a designated owner meets those who are asked about. */
async function* findMet(
  money: HeldMoney,
  owners: readonly Owner[],
  other: Other,
): AsyncGenerator<Found> {
  const { ground, wallets } = money
  const seeds = new Set(other.addresses.map((address) => ground.placeOf(address) as number))
  for (const owner of owners) {
    const own = owner.wallets.filter(({ place }) => seeds.has(place))
    if (own.length > 0) yield { owner, finding: toUseFinding(owner, other, own) }
  }
  for (const backward of other.kind === 'designated' ? [false, true] : [false])
    for (const { trace, holders } of meet(ground, { seeds, ends: wallets.keys(), backward }))
      for (const owner of owners) {
        const places = new Set(owner.wallets.map(({ place }) => place))
        const only = holders.filter(({ address }) => places.has(address))
        if (only.length === 0) continue
        const shown = await toMoneyTrail(money.engine, from(money), trace, {
          seeds: other.addresses,
          backward,
          unit: unitOf(trace.asset, money.assets),
          most,
          only,
        })
        const finding = toMetFinding(owner, other, { trail: shown, holders: only })
        yield { owner, finding, trail: { ...shown, finding: finding.id, other } }
      }
}

/** Where value of a group's addresses ended, an asset a finding. */
async function* followGroup(
  money: HeldMoney,
  owner: Owner,
): AsyncGenerator<Found & { readonly trail: CaseTrail }> {
  const { flows, stops, continued } = money.ground
  const traces = trace(flows, {
    policy: 'haircut',
    backward: false,
    seeds: new Set(owner.wallets.map(({ place }) => place)),
    seedMoves: new Set(),
    stops,
    continued,
  })
  for (const one of traces) {
    if (one.seeded === 0n) continue
    const trail = await toMoneyTrail(money.engine, from(money), one, {
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
        toEvidence(end, trail.seeds.length > 1 ? 'its addresses' : (trail.seeds[0] as string)),
      ),
    })
    yield { owner, finding: found, trail: { ...trail, finding: found.id, other: null } }
  }
}

const from = ({ ground: { flows }, sources }: HeldMoney) => ({ flows, sources, lookalikes: [] })

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
    evidence: trail.ends.map((end) => toEvidence(end, other.caption)),
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

/** What came to an address, with the rows of the widest path to it. */
const toEvidence = (
  { address, amount, low, high, hops, stop, path }: HolderAnswer,
  left: string,
): Evidence => ({
  feature: stop?.kind ?? 'holder',
  outcome: 'agree',
  left,
  right: stop ? `${address}: ${stop.label}` : address,
  millibits: 0,
  group: 'funds',
  facts: path.map(({ source, row }) => `${source}/row:${row}`),
  how: `${amount} base units over ${hops} ${hops === 1 ? 'transfer' : 'transfers'}; between ${low} and ${high} under other policies`,
  innocent:
    'An address on the way may be of a service that mixes money of its customers, and anybody can send value unasked.',
})

const toPaidFinding = ({ subject }: Owner, asset: string, paid: readonly PaidOut[]): Finding => {
  const amount = paid.reduce((total, { payout }) => total + BigInt(payout.amount), 0n)
  return finding({
    question: 'funds',
    claim: 'paid_out',
    subjects: [subject, entityId('asset', asset)],
    // None of it need be the subject's own value: the service mixes what its customers bring.
    weight: { kind: 'amount', asset, amount, low: 0n, high: amount },
    evidence: paid.map(({ payout, deposits, since }) => ({
      feature: 'payout',
      outcome: 'agree',
      left: payout.service,
      right: payout.dst,
      millibits: 0,
      group: 'funds',
      facts: [`${payout.source}/row:${payout.row}`, ...deposits],
      how: `${payout.amount} base units of ${asset} on ${payout.time}, after value of its addresses had come to the service on ${since}`,
      innocent:
        'A service pays all its customers from one account: who paid in may not be who was paid.',
    })),
  })
}
