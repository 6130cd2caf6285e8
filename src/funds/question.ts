import type { Entity, EntityId, Facts, Finding, Question, Source } from '../model/index.ts'
import { toCases } from './cases.ts'
import { type Crosser, findCrossed } from './crossed.ts'
import type { Found } from './found.ts'
import type { FundsCase } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import { meet } from './meet.ts'
import { findUses, tellMet } from './met-value.ts'
import { originOf } from './origin.ts'
import { findOthers } from './others.ts'
import { followOwn, tellOwn } from './own-value.ts'
import { type Group, type Owner, ownersOf, toOwnerEntity } from './owners.ts'

/** The question of money, and what its cases show beside their findings. */
export type FundsQuestion = Question & {
  /** Subjects that no file describes: accounts that were only observed, addresses of several accounts. */
  subjects(): Iterable<Entity>
  /** What the cases of subjects show of money. */
  cases(): ReadonlyMap<EntityId, FundsCase>
  /** How many subjects links across stops lead to of whose money nothing else was found: of them none is told. */
  linkedAlone(): number
}

/**
 * Where does the money go? Value of thefts and of designated owners is followed until it first comes to
 * an address of somebody who is asked about, that of designated owners also backward; and value of each
 * group's addresses to where it ended. Amounts are by haircut, with the range over the policies that
 * conserve value. Links across mixers and services stand beside a group or what else was found of money.
 */
export const fundsQuestion = (money: HeldMoney, groups: () => Iterable<Group>): FundsQuestion => {
  const entities = new Map<EntityId, Entity>()
  const alone = new Set<EntityId>()
  let cases: ReadonlyMap<EntityId, FundsCase> = new Map()
  return {
    id: 'funds',
    asks: 'Where does the money go?',
    rule: () =>
      'Value of a theft of the register, or of a designated owner, is found where it came to an address of somebody who is asked about, directly or over others without a label; value of the addresses of a ring is followed to where it ended. Amounts are exact, parted by shares (haircut), beside them the least and the greatest that other policies give. Value ends at services, mixers, bridges and hubs. What leaves them is not followed: what a mixer or service paid to an address of a subject afterwards is told as a link with the rule that links it, never as traced value, and only of a ring or where value was found too, since honest people use mixers and services. Patterns of addresses on the way stand beside a trail and are in none of its amounts.',
    subjects: () => entities.values(),
    cases: () => cases,
    linkedAlone: () => alone.size,
    async *ask(facts, { asked }) {
      entities.clear()
      alone.clear()
      const described = await describedHolders(facts, money)
      const owners = ownersOf(money.wallets, groups(), (key) => described.get(key))
      const known = new Set(described.values())
      const about = new Set(groupsFound(facts.findings()))
      const told: Found[] = []
      for await (const found of findAll(money, owners)) {
        const { owner, finding, links } = found
        if (links && !about.has(owner.subject)) {
          alone.add(owner.subject)
          continue
        }
        about.add(owner.subject)
        told.push(found)
        if (!owner.isGroup && !known.has(owner.subject))
          entities.set(owner.subject, toOwnerEntity(owner, money.sources[0] as Source))
        yield finding
      }
      cases = await toCases(money, told)
      for (const { subject } of owners) asked(subject, 0)
    },
  }
}

/** The groups that were found. What a record states of itself, as its name, has no say in what is told of money. */
function* groupsFound(findings: Iterable<Finding>): Generator<EntityId> {
  for (const { claim, subjects } of findings) if (claim === 'same_operator') yield subjects[0]
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

/** All that is found of money; links across stops last, when it is known about whom something else was. */
async function* findAll(money: HeldMoney, owners: readonly Owner[]): AsyncGenerator<Found> {
  const { ground, wallets } = money
  const crossers: Crosser[] = []
  const holds = (address: string): boolean => ground.placeOf(address) !== undefined
  for (const other of findOthers(money.labels, holds)) {
    const seeds = new Set(other.addresses.map((address) => ground.placeOf(address) as number))
    yield* findUses(owners, other, seeds)
    const following = { seeds, ends: [...wallets.keys()] }
    const met = meet(ground, { ...following, backward: false })
    const traces = met.map(({ trace }) => trace)
    crossers.push({ other, owner: null, origin: originOf(traces, ground) })
    yield* tellMet(money, owners, { other, met, backward: false })
    if (other.kind !== 'designated') continue
    const paid = meet(ground, { ...following, backward: true })
    yield* tellMet(money, owners, { other, met: paid, backward: true })
  }
  for (const owner of owners.filter(({ isGroup }) => isGroup)) {
    const traces = followOwn(money, owner)
    const own = new Set(owner.wallets.map(({ place }) => place))
    crossers.push({ other: null, owner, origin: originOf(traces, ground, own) })
    yield* tellOwn(money, owner, traces)
  }
  yield* findCrossed(money, owners, crossers)
}
