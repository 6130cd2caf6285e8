import type { Evidence, Finding } from '../model/index.ts'
import type { HolderAnswer, TraceFrom } from './answer.ts'
import type { CaseLinks, CaseTrail } from './funds-case.ts'
import type { HeldMoney } from './held.ts'
import type { Owner } from './owners.ts'
import type { Touched } from './patterns/index.ts'

/** A trail before it is known which patterns stand beside it, with the addresses that it came through. */
export type FoundTrail = Omit<CaseTrail, 'patterns' | 'patternsLeft'> & {
  readonly touched: Touched
}

/** A finding about an owner, with what its case shows beside it. */
export type Found = {
  readonly owner: Owner
  readonly finding: Finding
  readonly trail?: FoundTrail
  readonly links?: CaseLinks
}

/** Most holders, ways and links that are told one by one. */
export const most = 50

/** What paths of held money cite. */
export const citedFrom = ({ ground: { flows }, sources }: HeldMoney): TraceFrom => ({
  flows,
  sources,
  lookalikes: [],
})

/** What came to an address, with the rows of the widest path to it. */
export const toPathEvidence = (
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
