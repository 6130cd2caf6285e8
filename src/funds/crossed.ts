import { type EntityId, entityId, type Finding, finding } from '../model/index.ts'
import { type Found, most } from './found.ts'
import type { Other } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import { type ToldLink, tellLinks, toLinkEvidence } from './link-answer.ts'
import { byStrength, findLinks } from './links.ts'
import type { Origin } from './origin.ts'
import type { Owner } from './owners.ts'
import { groupBy } from './rules/group.ts'
import type { Crossing, Link } from './rules/link-rules.ts'

/** Value that left what can be traced, and whose it is: a theft's or designated owner's, else a group's own. */
export type Crosser = { readonly origin: Origin } & (
  | { readonly other: Other; readonly owner: null }
  | { readonly other: null; readonly owner: Owner }
)

/**
 * Where value of others may have gone on behind a mixer or service to an address of an owner, and value of
 * a group to its own. Everything that was paid out is the most that it can be, nothing the least.
 */
export async function* findCrossed(
  money: HeldMoney,
  owners: readonly Owner[],
  crossers: readonly Crosser[],
): AsyncGenerator<Found> {
  const { engine, ground, labels, sources, wallets } = money
  const { flows, stops } = ground
  const found = await findLinks(engine, {
    ...{ flows, stops, labels },
    origins: crossers.map(({ origin }) => origin),
    payees: new Set(wallets.keys()),
  })
  for (const [i, { other, owner: self }] of crossers.entries()) {
    const paid = groupBy(found[i] ?? [], ({ to }) => to)
    for (const owner of self ? [self] : owners) {
      const own = owner.wallets.flatMap(({ place }) => paid.get(place) ?? []).sort(byStrength)
      for (const asset of assetsOf(own)) {
        const all = own.filter(({ paidOut }) => paidOut.some((each) => each.asset === asset))
        const links = [...tellLinks(all.slice(0, most), { flows, stops, labels, sources })]
        const finding = toFinding(owner.subject, other, { asset, all, links })
        const linksLeft = all.length - links.length
        yield { owner, finding, links: { finding: finding.id, other, links, linksLeft } }
      }
    }
  }
}

const assetsOf = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(links.flatMap(({ paidOut }) => paidOut.map(({ asset }) => asset)))

type Told = {
  readonly asset: string
  readonly all: readonly Link[]
  readonly links: readonly ToldLink[]
}

const toFinding = (subject: EntityId, other: Other | null, { asset, all, links }: Told): Finding =>
  finding({
    question: 'funds',
    claim: 'may_continue',
    subjects: [subject, ...(other ? [other.id] : []), entityId('asset', asset)],
    // None of it need be that value: a stop mixes what everybody brings.
    weight: {
      kind: 'amount',
      asset,
      amount: mostOf(all, asset),
      low: 0n,
      high: mostOf(all, asset),
    },
    evidence: links.map(toLinkEvidence),
  })

/** All that came out, and no more than went in where that was the same asset. */
const mostOf = (links: readonly Link[], asset: string): bigint => {
  const [came, went] = [
    links.flatMap(({ paidIn }) => paidIn),
    links.flatMap((each) => each.paidOut),
  ]
  const out = sumOf(went.filter((each) => each.asset === asset))
  if (came.some((each) => each.asset !== asset)) return out
  return lesser(sumOf(came), out)
}

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Several links may cite one transfer; it counts once. */
const sumOf = (crossings: readonly Crossing[]): bigint =>
  [...new Map(crossings.map(({ move, amount }) => [move, amount])).values()].reduce(
    (sum, amount) => sum + amount,
    0n,
  )
