import type { PartialDate } from './partial-date.ts'

/** Kinds of addresses at which value is not followed further; of two equally certain the first counts. */
export const labelKinds = [
  'designated',
  'mixer',
  'coinjoin',
  'bridge',
  'dex',
  'burn',
  'service',
] as const

export type LabelKind = (typeof labelKinds)[number]

/** What somebody says an address is. A label is a claim of its source, and no proof. */
export type Label = {
  /** As its source writes it. */
  readonly address: string
  /** Null where the label tells of no place at which value stops: a victim, a thief, a token. */
  readonly kind: LabelKind | null
  /** Concept of the INTERPOL taxonomy, or the source's own word where it has none. */
  readonly category: string
  /** The name that the source gives. */
  readonly label: string
  /** Where the label is from: the address of a page, else the name of the file. */
  readonly source: string
  /** 0 to 100, by how the source came to know. */
  readonly confidence: number
  /** Days since and until when it holds, where the source says so. */
  readonly from?: PartialDate
  readonly to?: PartialDate
  /** The day on which the source said so last. */
  readonly said?: PartialDate
  /** Id of who runs the address, where the source has ids for them. */
  readonly actor?: string
  /** Place in the file. */
  readonly place: string
}

/** An address as it is compared: an EVM address or a hash in lower case, any other as it stands. */
export const addressKey = (address: string): string =>
  /^0x(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(address) ? address.toLowerCase() : address

/** The most certain label of each address, by the address as compared; of equally certain ones the first. */
export const mostCertain = <L extends Label>(labels: Iterable<L>): ReadonlyMap<string, L> => {
  const best = new Map<string, L>()
  for (const label of labels) {
    const key = addressKey(label.address)
    if (label.confidence > (best.get(key)?.confidence ?? -1)) best.set(key, label)
  }
  return best
}

/** Labels by their addresses as compared; of one address the most certain first, then by kind and name. */
export const sortLabels = (labels: readonly Label[]): readonly Label[] =>
  labels
    .map((label) => ({ label, key: addressKey(label.address) }))
    .sort(
      (a, b) =>
        compare(a.key, b.key) ||
        b.label.confidence - a.label.confidence ||
        rankOf(a.label) - rankOf(b.label) ||
        compare(a.label.label, b.label.label) ||
        compare(a.label.source, b.label.source) ||
        compare(a.label.place, b.label.place),
    )
    .map(({ label }) => label)

const compare = (a: string, b: string): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const rankOf = ({ kind }: Label): number =>
  kind === null ? labelKinds.length : labelKinds.indexOf(kind)
