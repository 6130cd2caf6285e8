/** A value that accounts share. */
export type RingValue = {
  readonly label: string
  readonly channel: string
  /** Who holds it: places in `RingPicture.accounts`. */
  readonly holders: readonly number[]
}

/** Accounts and what they share. */
export type RingPicture = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly accounts: readonly string[]
  /** By channel, channels in the order of the picture. */
  readonly values: readonly RingValue[]
}

/** A sign on one side: an account or a value, or so many of them. */
export type RingNode = { readonly label: string; readonly channel: string }

export type RingEdge = {
  readonly left: number
  readonly right: number
  /** How many pairs of account and value it stands for. */
  readonly stands: number
}

/** What is drawn: two sides and who holds what. */
export type RingNodes = {
  readonly left: readonly RingNode[]
  readonly right: readonly RingNode[]
  readonly edges: readonly RingEdge[]
  /** What stands together because it is too many to be drawn one by one; empty where nothing does. */
  readonly grouped: string
}

/** Most signs on one side. */
const most = 96

/** Where each of a side stands among the signs that are drawn. */
type Side = { readonly nodes: readonly RingNode[]; readonly at: readonly number[] }

const one = (nodes: readonly RingNode[]): Side => ({ nodes, at: nodes.map((_, i) => i) })

/** Accounts that share something in the same channels stand together, the commonest first. */
const byPattern = ({ accounts, values }: RingPicture): Side => {
  const patterns = accounts.map((_, account) => {
    const own = values.filter(({ holders }) => holders.includes(account))
    return [...new Set(own.map(({ channel }) => channel))].join(', ')
  })
  const counts = new Map<string, number>()
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  const order = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const shown = order.length > most ? order.slice(0, most - 1) : order
  const others = order.slice(shown.length)
  const place = new Map(shown.map(([pattern], i) => [pattern, i]))
  const more = others.reduce((sum, [, count]) => sum + count, 0)
  const labels = shown.map(([, count]) => counted(count, 'account'))
  const nodes = [...labels, ...(more > 0 ? [`${counted(more, 'account')}, mixed`] : [])]
  return {
    nodes: nodes.map((label) => ({ label, channel: '' })),
    at: patterns.map((pattern) => place.get(pattern) ?? shown.length),
  }
}

const byChannel = ({ values }: RingPicture): Side => {
  const channels = [...new Set(values.map(({ channel }) => channel))]
  return {
    nodes: channels.map((channel) => ({
      label: counted(values.filter((value) => value.channel === channel).length, 'value'),
      channel,
    })),
    at: values.map(({ channel }) => channels.indexOf(channel)),
  }
}

/** "1 value", "2 values". */
export const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? '' : 's'}`

/** Draws each account and value by itself while there is room; else accounts by the channels they share, values by channel. */
export const toNodes = (picture: RingPicture): RingNodes => {
  const { accounts, values } = picture
  const [crowded, many] = [accounts.length > most, values.length > most]
  const left = crowded ? byPattern(picture) : one(accounts.map((label) => ({ label, channel: '' })))
  const right = many ? byChannel(picture) : one(values)
  const stands = new Map<number, number>()
  values.forEach(({ holders }, value) => {
    for (const account of holders) {
      const key = (left.at[account] as number) * right.nodes.length + (right.at[value] as number)
      stands.set(key, (stands.get(key) ?? 0) + 1)
    }
  })
  const edges = [...stands].sort(([a], [b]) => a - b)
  const together = [
    ...(crowded ? ['accounts by the channels in which they share'] : []),
    ...(many ? ['values by channel'] : []),
  ]
  return {
    left: left.nodes,
    right: right.nodes,
    edges: edges.map(([key, count]) => ({
      left: Math.floor(key / right.nodes.length),
      right: key % right.nodes.length,
      stands: count,
    })),
    grouped:
      together.length === 0
        ? ''
        : `Too many to draw one by one: ${counted(accounts.length, 'account')} and ${counted(values.length, 'value')}. Drawn together, with their number: ${together.join(', ')}.`,
  }
}
