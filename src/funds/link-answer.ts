import {
  addressKey,
  type EntityId,
  type Evidence,
  entityId,
  type Finding,
  finding,
  type Label,
  type Source,
} from '../model/index.ts'
import { toInstant } from './answer.ts'
import type { Flows } from './flow/load.ts'
import {
  type Crossing,
  type Link,
  type LinkRule,
  linkRules,
  linkSources,
} from './rules/link-rules.ts'
import type { Stop, Stops } from './stops.ts'

/** A transfer of a link as it is answered. */
export type CrossingAnswer = {
  readonly tx: string
  readonly src: string
  readonly dst: string | null
  readonly asset: string
  /** In base units. */
  readonly amount: string
  /** When it was made, `2026-11-30T12:00:00Z`; null where that is not known. */
  readonly time: string | null
  /** The row that proves it. */
  readonly source: string
  readonly row: number
}

/** A link across a stop in words and rows. Nothing of it is part of what was traced. */
export type ToldLink = {
  readonly kind: Link['kind']
  readonly strength: LinkRule['strength']
  readonly from: string
  readonly stop: Stop & { readonly address: string }
  readonly to: string
  readonly set: number
  readonly others: number
  readonly says: string
  readonly innocent: string
  /** Where the rule is from, and what it says. */
  readonly rule: string
  readonly rule_says: string
  readonly paid_in: readonly CrossingAnswer[]
  readonly paid_out: readonly CrossingAnswer[]
  readonly proof: readonly CrossingAnswer[]
  /** Labels of both ends that name one holder, where the rule rests on them. */
  readonly labels: readonly Required<
    Pick<Label, 'address' | 'label' | 'source' | 'place' | 'actor'>
  >[]
}

/** A link as it is answered: a finding about its ends. */
export type LinkAnswer = Pick<Finding, 'id' | 'revision' | 'claim'> & ToldLink

export type LinksFrom = {
  readonly flows: Flows
  readonly stops: Stops
  readonly labels: readonly Label[]
  readonly sources: readonly Source[]
}

/** Links as they are written, each a finding. */
export function* toLinkAnswers(links: readonly Link[], from: LinksFrom): Generator<LinkAnswer> {
  for (const told of tellLinks(links, from)) {
    const { id, revision, claim } = toFinding(told)
    yield { id, revision, claim, ...told }
  }
}

/** Links with the rows that prove each, and in words. */
export function* tellLinks(
  links: readonly Link[],
  { flows, stops, labels, sources }: LinksFrom,
): Generator<ToldLink> {
  const name = (address: number): string => flows.addresses[address] as string
  const toRow = ({ tx, src, dst, asset, amount, time, source, row }: Crossing): CrossingAnswer => ({
    tx: tx ?? '',
    src: name(src),
    dst: flows.addresses[dst] ?? null,
    asset,
    amount: `${amount}`,
    time: toInstant(time),
    source: sources[source]?.id ?? '',
    row,
  })
  const actorsOf = (address: string): readonly Label[] =>
    labels.filter((label) => label.actor && addressKey(label.address) === addressKey(address))
  for (const link of links) {
    const { kind, paidIn, paidOut, proof, set, others } = link
    const { strength, says, innocent, source } = linkRules.get(kind) as LinkRule
    const stop = { address: name(link.stop), ...(stops.get(link.stop) as Stop) }
    const [from, to] = [name(link.from), name(link.to)]
    yield {
      ...{ kind, strength, from, stop, to, set, others },
      says: [
        `${from} paid ${amountOf(paidIn)} to ${stop.label} (${stop.address});`,
        `after that ${amountOf(paidOut)} came out to ${to}. ${says}`,
        `${set} who paid in fit what came out, ${others} who were paid fit what went in.`,
      ].join(' '),
      ...{ innocent, rule: linkSources[source] as string, rule_says: says },
      ...{ paid_in: paidIn.map(toRow), paid_out: paidOut.map(toRow), proof: proof.map(toRow) },
      labels: kind === 'same-holder' ? shared(actorsOf(stop.address), actorsOf(to)) : [],
    }
  }
}

/** A link as a finding about its ends: graded, since no bits of it are known. */
const toFinding = (link: ToldLink): Finding =>
  finding({
    question: 'funds',
    claim: 'may_continue',
    subjects: [toAddressId(link.from), toAddressId(link.stop.address), toAddressId(link.to)],
    weight: { kind: 'graded', label: link.strength, flips: [] },
    evidence: [toLinkEvidence(link)],
  })

/** A link as a piece of evidence: it has no bits, only rows, a rule and another explanation. */
export const toLinkEvidence = (link: ToldLink): Evidence => ({
  ...{ feature: link.kind, outcome: 'agree', left: link.from, right: link.to },
  ...{ millibits: 0, group: 'funds', how: link.says, innocent: link.innocent },
  facts: [...link.paid_in, ...link.paid_out, ...link.proof].map(
    ({ source, row }) => `${source}/row:${row}`,
  ),
})

/** Labels of two ends that name one holder. */
const shared = (ones: readonly Label[], others: readonly Label[]): ToldLink['labels'] => {
  const both = new Set(ones.map(({ actor }) => actor))
  const named = others.filter(({ actor }) => both.has(actor))
  const holders = new Set(named.map(({ actor }) => actor))
  return [...ones.filter(({ actor }) => holders.has(actor)), ...named].map(
    ({ address, label, source, place, actor = '' }) => ({ address, label, source, place, actor }),
  )
}

const toAddressId = (address: string): EntityId => entityId('address', addressKey(address))

/** How much crossed, in base units of each asset. */
const amountOf = (crossings: readonly Crossing[]): string => {
  const sums = new Map<string, bigint>()
  for (const { asset, amount } of crossings) sums.set(asset, (sums.get(asset) ?? 0n) + amount)
  const amounts = [...sums].map(([asset, amount]) => `${amount} ${asset || 'units'}`).join(' and ')
  return `${amounts} in ${crossings.length} transfer${crossings.length === 1 ? '' : 's'}`
}
