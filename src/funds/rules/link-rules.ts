import table from '../../../data/stop-links.json' with { type: 'json' }

/** Kinds of links across a stop, the strongest first. */
export const linkKinds = [
  'same-address',
  'sent-by-depositor',
  'direct-transfer',
  'same-funder',
  'own-address',
  'same-count',
  'amount-and-time',
  'same-holder',
  'time-alone',
] as const

export type LinkKind = (typeof linkKinds)[number]

export type LinkRule = {
  readonly kind: LinkKind
  readonly strength: 'strong' | 'medium' | 'weak'
  /** Told only of a pair that no other rule links. */
  readonly otherwise?: boolean
  readonly says: string
  readonly innocent: string
  readonly source: string
}

/** The rules of `data/stop-links.json` by their kind, and where each is from. */
export const linkRules: ReadonlyMap<LinkKind, LinkRule> = new Map(
  (table.rules as readonly LinkRule[]).map((rule) => [rule.kind, rule]),
)

export const linkSources: Readonly<Record<string, string>> = table.sources

/** What is near in time, in milliseconds. */
export const near: number = table.numbers.days * 86_400_000

/** Addresses that somebody may fund whose funding still says something. */
export const mostFunded: number = table.numbers.funded

/** A transfer that crosses a stop or proves a link; addresses are numbers as in `Flows`. */
export type Crossing = {
  readonly move: number
  readonly tx: string | null
  readonly src: number
  readonly dst: number
  readonly asset: string
  readonly amount: bigint
  /** In milliseconds since 1970; null where the file does not say. */
  readonly time: number | null
  readonly source: number
  readonly row: number
}

/** Value that went into a stop and value that came out of it may belong together. */
export type Link = {
  readonly kind: LinkKind
  readonly from: number
  readonly stop: number
  readonly to: number
  /** Transfers into the stop and out of it, and what else proves the link. */
  readonly paidIn: readonly Crossing[]
  readonly paidOut: readonly Crossing[]
  readonly proof: readonly Crossing[]
  /** How many who paid in fit what came out, the one that is named among them. */
  readonly set: number
  /** How many who were paid fit what went in, the one that is named among them. */
  readonly others: number
}

/** Leaves out links that are only told of pairs without another one. */
export const withoutOtherwise = (links: readonly Link[]): readonly Link[] => {
  const pair = ({ from, stop, to }: Link): string => `${from} ${stop} ${to}`
  const told = new Map<string, LinkKind>()
  for (const kind of linkKinds)
    for (const link of links)
      if (link.kind === kind && !told.has(pair(link))) told.set(pair(link), kind)
  return links.filter(
    (link) => !linkRules.get(link.kind)?.otherwise || told.get(pair(link)) === link.kind,
  )
}

/** How many of sorted numbers are below another one. */
export const countBefore = (sorted: readonly number[], number: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}
