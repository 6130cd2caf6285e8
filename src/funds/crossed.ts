import { type EntityId, type Evidence, entityId, type Finding, finding } from '../model/index.ts'
import { type HolderAnswer, toHolderAnswers } from './answer.ts'
import { citedFrom, type Found, most } from './found.ts'
import type { CaseLink, Other } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import { tellLinks, toLinkEvidence } from './link-answer.ts'
import { byStrength, findLinks } from './links.ts'
import { followOn, type Onward } from './onward.ts'
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
 * a group to its own. Everything that came there is the most that it can be, nothing the least.
 */
export async function* findCrossed(
  money: HeldMoney,
  owners: readonly Owner[],
  crossers: readonly Crosser[],
): AsyncGenerator<Found> {
  const { engine, ground, labels, wallets } = money
  const found = await findLinks(engine, {
    ...{ flows: ground.flows, stops: ground.stops, labels },
    origins: crossers.map(({ origin }) => origin),
    payees: new Set(wallets.keys()),
  })
  for (const [i, { other, owner: self }] of crossers.entries()) {
    const links = found[i] ?? []
    const came = groupBy([...links.flatMap(atOnce), ...followOn(money, links)], placeOf)
    for (const owner of self ? [self] : owners) {
      const own = owner.wallets
        .flatMap(({ place }) => came.get(place) ?? [])
        .sort((a, b) => byStrength(a.link, b.link))
      for (const [asset, all] of groupBy(own, (each) => each.asset)) {
        const told = await tellArrivals(money, asset, all.slice(0, most))
        const finding = toFinding(owner.subject, other, { asset, all, links: told })
        const linksLeft = all.length - told.length
        yield { owner, finding, links: { finding: finding.id, other, links: told, linksLeft } }
      }
    }
  }
}

/** What a link says came out in one asset: to an address at once, else on to one. */
type Arrival = Omit<Onward, 'holder'> & { readonly holder: Onward['holder'] | null }

const atOnce = (link: Link): readonly Arrival[] =>
  [...new Set(link.paidOut.map(({ asset }) => asset))].map((asset) => ({
    link,
    asset,
    holder: null,
  }))

const placeOf = ({ link, holder }: Arrival): number => holder?.address ?? link.to

/** Arrivals in one asset in words and rows. */
const tellArrivals = async (
  money: HeldMoney,
  asset: string,
  arrivals: readonly Arrival[],
): Promise<readonly CaseLink[]> => {
  const { engine, ground, labels, sources } = money
  const links = arrivals.map(({ link }) => link)
  const told = [...tellLinks(links, { ...ground, labels, sources })]
  const holders = arrivals.flatMap(({ holder }) => holder ?? [])
  const ends: HolderAnswer[] = []
  for await (const end of toHolderAnswers(engine, citedFrom(money), { asset, holders }))
    ends.push(end)
  return told.map((link, i) => ({
    ...link,
    onward: arrivals[i]?.holder ? (ends.shift() as HolderAnswer) : null,
  }))
}

type Told = {
  readonly asset: string
  readonly all: readonly Arrival[]
  readonly links: readonly CaseLink[]
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
      amount: mostOf(asset, all),
      low: 0n,
      high: mostOf(asset, all),
    },
    evidence: links.map(toEvidence),
  })

const toEvidence = (link: CaseLink): Evidence => {
  const piece = toLinkEvidence(link)
  if (!link.onward) return piece
  const { address, high, path } = link.onward
  const rows = path.map(({ source, row }) => `${source}/row:${row}`)
  return {
    ...piece,
    right: address,
    how: `${piece.how} From there up to ${high} base units came to ${address}.`,
    facts: [...new Set([...piece.facts, ...rows])],
  }
}

/** All that came to the subject, and no more than went in where that was the same asset. */
const mostOf = (asset: string, arrivals: readonly Arrival[]): bigint => {
  const isOwn = (each: Crossing): boolean => each.asset === asset
  const once = arrivals.filter(({ holder }) => !holder)
  const out =
    sumOf(once.flatMap(({ link }) => link.paidOut.filter(isOwn))) +
    arrivals.reduce((sum, { holder }) => sum + (holder?.high ?? 0n), 0n)
  const paidIn = arrivals.flatMap(({ link }) => link.paidIn)
  return paidIn.every(isOwn) ? lesser(sumOf(paidIn), out) : out
}

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** Several links may cite one transfer; it counts once. */
const sumOf = (crossings: readonly Crossing[]): bigint =>
  [...new Map(crossings.map(({ move, amount }) => [move, amount])).values()].reduce(
    (sum, amount) => sum + amount,
    0n,
  )
