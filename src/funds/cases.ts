import type { EntityId } from '../model/index.ts'
import type { Found, FoundTrail } from './found.ts'
import type { CaseLinks, CaseTrail, FundsCase } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import type { Unit } from './money-trail.ts'
import type { Owner } from './owners.ts'
import { groupBy } from './rules/group.ts'
import { withPatterns } from './trail-patterns.ts'
import { unitOf } from './units.ts'

/** What cases show of money, by the subject of the case, from what was found about it. */
export const toCases = async (
  money: HeldMoney,
  found: readonly Found[],
): Promise<ReadonlyMap<EntityId, FundsCase>> => {
  const trails = found.flatMap(({ trail }) => trail ?? [])
  const told = new Map<FoundTrail, CaseTrail>()
  for (const [i, trail] of (await withPatterns(money, trails)).entries())
    told.set(trails[i] as FoundTrail, trail)
  const cases = new Map<EntityId, FundsCase>()
  for (const [subject, all] of groupBy(found, ({ owner }) => owner.subject)) {
    const own = all.flatMap(({ trail }) => (trail ? (told.get(trail) as CaseTrail) : []))
    const links = all.flatMap((each) => each.links ?? [])
    const { owner } = all[0] as Found
    cases.set(subject, toCase(money, { owner, trails: own, links }))
  }
  return cases
}

type Shown = {
  readonly owner: Owner
  readonly trails: readonly CaseTrail[]
  readonly links: readonly CaseLinks[]
}

const toCase = (money: HeldMoney, { owner, trails, links }: Shown): FundsCase => {
  const crossed = links.flatMap((each) => each.links)
  const addresses = [
    ...trails.flatMap(({ seeds, ways, ends, patterns }) => [
      ...seeds,
      ...ways.flatMap(({ src, dst }) => [src, dst]),
      ...ends.map(({ address }) => address),
      ...patterns.flatMap((pattern) => pattern.addresses),
    ]),
    ...crossed.flatMap(({ from, stop, to, paid_out, onward }) => [
      ...[from, stop.address, to],
      ...paid_out.map(({ src }) => src),
      ...(onward?.path.flatMap(({ src, dst }) => [src, dst]) ?? []),
    ]),
  ]
  const assets = [
    ...trails.map(({ asset }) => asset),
    ...crossed.flatMap(({ paid_in, paid_out }) =>
      [...paid_in, ...paid_out].map((each) => each.asset),
    ),
  ]
  return {
    wallets: owner.wallets.map(({ address, kind, holders }) => ({ address, kind, holders })),
    trails,
    links,
    names: namesOf(money, addresses),
    units: unitsOf(money, assets),
  }
}

const namesOf = (
  { ground }: HeldMoney,
  addresses: readonly (string | null)[],
): FundsCase['names'] => {
  const names: Record<string, string> = {}
  for (const address of addresses) {
    const name = address && ground.named(address)?.label
    if (name) names[address] = name
  }
  return names
}

const unitsOf = ({ assets: vouched }: HeldMoney, assets: readonly string[]): FundsCase['units'] => {
  const units: Record<string, Unit> = {}
  for (const asset of assets) {
    const unit = unitOf(asset, vouched)
    if (unit) units[asset] = unit
  }
  return units
}
