import { addressKey, type Label, type Source } from '../model/index.ts'
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
  /** The row that proves it. */
  readonly source: string
  readonly row: number
}

/** A link across a stop as it is answered: a finding, and no part of what was traced. */
export type LinkAnswer = {
  readonly kind: Link['kind']
  readonly strength: LinkRule['strength']
  readonly from: string
  readonly stop: Stop & { readonly address: string }
  readonly to: string
  readonly set: number
  readonly others: number
  readonly says: string
  readonly innocent: string
  /** Where the rule is from. */
  readonly rule: string
  readonly paid_in: readonly CrossingAnswer[]
  readonly paid_out: readonly CrossingAnswer[]
  readonly proof: readonly CrossingAnswer[]
  /** Labels of the ends that name who holds them. */
  readonly labels: readonly Pick<Label, 'address' | 'label' | 'source' | 'place' | 'actor'>[]
}

export type LinksFrom = {
  readonly flows: Flows
  readonly stops: Stops
  readonly labels: readonly Label[]
  readonly sources: readonly Source[]
}

/** Links as they are written: with the rows that prove each, and in words. */
export function* toLinkAnswers(
  links: readonly Link[],
  { flows, stops, labels, sources }: LinksFrom,
): Generator<LinkAnswer> {
  const name = (address: number): string => flows.addresses[address] as string
  const toRow = ({ tx, src, dst, asset, amount, source, row }: Crossing): CrossingAnswer => ({
    tx: tx ?? '',
    src: name(src),
    dst: flows.addresses[dst] ?? null,
    asset,
    amount: `${amount}`,
    source: sources[source]?.id ?? '',
    row,
  })
  for (const link of links) {
    const rule = linkRules.get(link.kind) as LinkRule
    const stop = { address: name(link.stop), ...(stops.get(link.stop) as Stop) }
    const [from, to] = [name(link.from), name(link.to)]
    const ends = new Set([addressKey(stop.address), addressKey(to)])
    yield {
      ...{ kind: link.kind, strength: rule.strength, from, stop, to },
      ...{ set: link.set, others: link.others },
      says: [
        `${from} paid ${told(link.paidIn)} to ${stop.label} (${stop.address})`,
        `; after that ${told(link.paidOut)} came out to ${to}. ${rule.says}`,
        ` ${link.set} who paid in fit what came out, ${link.others} who were paid fit what went in.`,
      ].join(''),
      innocent: rule.innocent,
      rule: linkSources[rule.source] as string,
      paid_in: link.paidIn.map(toRow),
      paid_out: link.paidOut.map(toRow),
      proof: link.proof.map(toRow),
      labels:
        link.kind === 'same-holder'
          ? labels
              .filter(({ address, actor }) => actor && ends.has(addressKey(address)))
              .map(({ address, label, source, place, actor }) => ({
                ...{ address, label, source, place },
                ...(actor ? { actor } : {}),
              }))
          : [],
    }
  }
}

/** How much crossed, in base units of each asset. */
const told = (crossings: readonly Crossing[]): string => {
  const sums = new Map<string, bigint>()
  for (const { asset, amount } of crossings) sums.set(asset, (sums.get(asset) ?? 0n) + amount)
  const amounts = [...sums].map(([asset, amount]) => `${amount} ${asset || 'units'}`).join(' and ')
  return `${amounts} in ${crossings.length} transfer${crossings.length === 1 ? '' : 's'}`
}
