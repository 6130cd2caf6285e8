import { compareAmounts } from './amounts.ts'

/** What an address is in a flow: where it begins, what it passes through, who holds it, where it is not followed on. */
export type FlowKind = 'seed' | 'between' | 'holder' | 'stop'

export type FlowNode = {
  readonly label: string
  /** What stands below the name, such as the amount; empty for nothing. */
  readonly note: string
  readonly kind: FlowKind
}

/** Value that went from one to another: places in `FlowPicture.nodes`. */
export type FlowLink = { readonly from: number; readonly to: number; readonly amount: bigint }

/** Value on its way, in the direction in which it moved. */
export type FlowPicture = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly nodes: readonly FlowNode[]
  readonly links: readonly FlowLink[]
  /** It was followed back from the seeds, which stand on the right then. */
  readonly backward: boolean
  /** Writes an amount, to the last digit and in short. */
  readonly write: {
    readonly exact: (amount: bigint) => string
    readonly short: (amount: bigint) => string
  }
}

/** A bar of the picture: one, or so many that are drawn together. */
export type ShownNode = FlowNode & {
  readonly column: number
  readonly stands: number
  /** What came in or went out, the greater of both. */
  readonly through: bigint
}

/** A ribbon; it is drawn back where it leads to no later column. */
export type ShownLink = FlowLink & { readonly back: boolean }

/** What is drawn: bars in columns and ribbons between them. */
export type ShownFlow = {
  readonly columns: number
  readonly nodes: readonly ShownNode[]
  readonly links: readonly ShownLink[]
  /** What moved among addresses that are drawn together, or from one to itself. */
  readonly within: bigint
}

/** Most columns, and most bars of a column that are drawn one by one. */
const most = { columns: 6, apart: 7 }
const last = most.columns - 1

const together: Readonly<Record<FlowKind, string>> = {
  seed: 'seeds',
  between: 'others pass it on',
  holder: 'others hold it',
  stop: 'other stops',
}

/**
 * Transfers from the seeds, at least; where none is named, from those that nothing leads to. What only
 * undrawn links lead to stands before what it leads to.
 */
export const hopsOf = ({ nodes, links, backward }: FlowPicture): readonly number[] => {
  const next = nodes.map((): number[] => [])
  for (const { from, to } of links) next[backward ? to : from]?.push(backward ? from : to)
  const hops = new Map<number, number>()
  const walk = (starts: readonly number[], first: number): void => {
    for (const start of starts) hops.set(start, first)
    const queue = [...starts]
    for (const at of queue)
      for (const to of next[at] ?? [])
        if (!hops.has(to)) {
          hops.set(to, (hops.get(at) as number) + 1)
          queue.push(to)
        }
  }
  const seeds = nodes.flatMap(({ kind }, at) => (kind === 'seed' ? [at] : []))
  const reached = new Set(next.flat())
  const roots = nodes.flatMap((_, at) => (reached.has(at) ? [] : [at]))
  walk(seeds.length > 0 ? seeds : roots, 0)
  nodes.forEach((_, at) => {
    if (hops.has(at)) return
    const known = (next[at] ?? []).flatMap((to) => hops.get(to) ?? [])
    walk([at], Math.max(1, Math.min(...known, 2) - 1))
  })
  return nodes.map((_, at) => hops.get(at) as number)
}

type Group = {
  readonly node: FlowNode
  readonly column: number
  readonly members: readonly number[]
}

/** Addresses by column; the smallest of a column, and a chain that is too long, are drawn together by kind. */
const groupsOf = (picture: FlowPicture, through: readonly bigint[]): readonly Group[] => {
  const { nodes, write } = picture
  const hops = hopsOf(picture)
  const linked = new Set(picture.links.flatMap(({ from, to }) => [from, to]))
  const kindOf = (at: number): FlowKind => (nodes[at] as FlowNode).kind
  const isLong = nodes.some(({ kind }, at) => kind === 'between' && (hops[at] as number) >= last)
  const columnOf = (at: number): number =>
    Math.min(hops[at] as number, isLong && kindOf(at) === 'between' ? last - 1 : last)
  const gather = (column: number, kind: FlowKind, members: readonly number[]): Group[] => {
    const [only] = members
    if (only === undefined) return []
    if (members.length === 1) return [{ node: nodes[only] as FlowNode, column, members }]
    const sum = members.reduce((total, at) => total + (through[at] as bigint), 0n)
    const label = `${members.length} ${together[kind]}`
    return [{ node: { label, note: write.short(sum), kind }, column, members }]
  }
  return Array.from({ length: most.columns }, (_, column) => {
    const own = nodes
      .flatMap((_, at) => (linked.has(at) && columnOf(at) === column ? [at] : []))
      .sort((a, b) => compareAmounts(through[b] as bigint, through[a] as bigint) || a - b)
    const isChain = (at: number): boolean =>
      isLong && column === last - 1 && kindOf(at) === 'between'
    const single = own.filter((at) => !isChain(at))
    const apart = single.slice(0, single.length === most.apart + 1 ? undefined : most.apart)
    const rest = own.filter((at) => !apart.includes(at))
    const kinds = Object.keys(together) as FlowKind[]
    return [
      ...apart.flatMap((at) => gather(column, kindOf(at), [at])),
      ...kinds.flatMap((kind) =>
        gather(
          column,
          kind,
          rest.filter((at) => kindOf(at) === kind),
        ),
      ),
    ]
  }).flat()
}

/** The greater of what comes in and what goes out. */
const throughOf = (count: number, links: readonly FlowLink[]): readonly bigint[] => {
  const [into, out] = [new Array<bigint>(count).fill(0n), new Array<bigint>(count).fill(0n)]
  for (const { from, to, amount } of links) {
    out[from] = (out[from] as bigint) + amount
    into[to] = (into[to] as bigint) + amount
  }
  return into.map((amount, at) => (amount > (out[at] as bigint) ? amount : (out[at] as bigint)))
}

/** Puts addresses into columns by their distance from the seeds, and what is small or far together. */
export const toShownFlow = (picture: FlowPicture): ShownFlow => {
  const real = picture.links.filter(({ amount }) => amount > 0n)
  const groups = groupsOf({ ...picture, links: real }, throughOf(picture.nodes.length, real))
  const columns = Math.max(0, ...groups.map(({ column }) => column + 1))
  const groupOf = new Map(groups.flatMap(({ members }, i) => members.map((at) => [at, i] as const)))
  const sums = new Map<number, bigint>()
  let within = 0n
  for (const { from, to, amount } of real) {
    const [left, right] = [groupOf.get(from) as number, groupOf.get(to) as number]
    const key = left * groups.length + right
    if (left === right) within += amount
    else sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  const place = ({ column }: Group): number => (picture.backward ? columns - 1 - column : column)
  const links = [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, amount]): ShownLink => {
      const [from, to] = [Math.floor(key / groups.length), key % groups.length]
      return { from, to, amount, back: place(groups[to] as Group) <= place(groups[from] as Group) }
    })
  const through = throughOf(groups.length, links)
  return {
    columns,
    links,
    within,
    nodes: groups.map((group, i) => ({
      ...group.node,
      column: place(group),
      stands: group.members.length,
      through: through[i] as bigint,
    })),
  }
}
