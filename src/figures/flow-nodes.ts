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

/** A ribbon, and whether it leads to a later column, to the same one or back. */
export type ShownLink = FlowLink & { readonly leads: 'on' | 'beside' | 'back' }

/** What is drawn: bars in columns and ribbons between them. */
export type ShownFlow = {
  readonly columns: number
  readonly nodes: readonly ShownNode[]
  readonly links: readonly ShownLink[]
  /** What moved among addresses that are drawn together, or from one to itself. */
  readonly within: bigint
}

/** Most bars of a column that are drawn one by one. */
const most = 7

const together: Readonly<Record<FlowKind, string>> = {
  seed: 'seeds',
  between: 'others on the way',
  holder: 'others hold some',
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

/**
 * The column of each address, by its transfers from the seeds. Where value ends stands last; where it
 * passes through stands before that, and so a chain that is too long stands in one column. It ends
 * where nothing goes on to a farther one, and less than half goes back.
 */
const columnsOf = (picture: FlowPicture, columns: number): readonly number[] => {
  const { nodes, links, backward } = picture
  const hops = hopsOf(picture)
  const hopAt = (at: number): number => hops[at] as number
  const sums = sumsOf(nodes.length, links)
  const [came, left] = backward ? [sums.out, sums.into] : [sums.into, sums.out]
  const passes = nodes.map((_, at) => 2n * (left[at] as bigint) > (came[at] as bigint))
  for (const { from, to } of links) {
    const [near, far] = backward ? [to, from] : [from, to]
    if (hopAt(far) > hopAt(near)) passes[near] = true
  }
  const isEnd = (at: number): boolean => nodes[at]?.kind !== 'seed' && !passes[at]
  const far = hops.reduce((most, hop, at) => (isEnd(at) ? most : Math.max(most, hop)), 0)
  const last = Math.min(columns - 1, far + 1)
  return nodes.map((_, at) => (isEnd(at) ? last : Math.min(hopAt(at), last - 1)))
}

/** Addresses by column; the smallest of a column, and the far end of a chain, are drawn together by kind. */
const groupsOf = (
  picture: FlowPicture,
  through: readonly bigint[],
  columns: number,
): readonly Group[] => {
  const { nodes, write } = picture
  const hops = hopsOf(picture)
  const columnOf = columnsOf(picture, columns)
  const linked = new Set(picture.links.flatMap(({ from, to }) => [from, to]))
  const kindOf = (at: number): FlowKind => (nodes[at] as FlowNode).kind
  const gather = (column: number, kind: FlowKind, members: readonly number[]): Group[] => {
    const [only] = members
    if (only === undefined) return []
    if (members.length === 1) return [{ node: nodes[only] as FlowNode, column, members }]
    const sum = members.reduce((total, at) => total + (through[at] as bigint), 0n)
    const label = `${members.length} ${together[kind]}`
    const note = `${kind === 'holder' ? 'of ' : ''}${write.short(sum)}`
    return [{ node: { label, note, kind }, column, members }]
  }
  return Array.from({ length: columns }, (_, column) => {
    const own = nodes
      .flatMap((_, at) => (linked.has(at) && columnOf[at] === column ? [at] : []))
      .sort((a, b) => compareAmounts(through[b] as bigint, through[a] as bigint) || a - b)
    const passing = own.filter((at) => column < columns - 1 && kindOf(at) !== 'seed')
    const steps = Math.max(...passing.map((at) => hops[at] as number))
    if (steps > column) {
      const label = `${passing.length} others, up to ${steps} transfers on`
      return [{ node: { label, note: '', kind: 'between' as const }, column, members: passing }]
    }
    const apart = own.slice(0, own.length === most + 1 ? undefined : most)
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

/** What comes in and what goes out. */
const sumsOf = (count: number, links: readonly FlowLink[]) => {
  const [into, out] = [new Array<bigint>(count).fill(0n), new Array<bigint>(count).fill(0n)]
  for (const { from, to, amount } of links) {
    if (from === to) continue
    out[from] = (out[from] as bigint) + amount
    into[to] = (into[to] as bigint) + amount
  }
  return { into, out }
}

/** The greater of both. */
const throughOf = (count: number, links: readonly FlowLink[]): readonly bigint[] => {
  const { into, out } = sumsOf(count, links)
  return into.map((amount, at) => (amount > (out[at] as bigint) ? amount : (out[at] as bigint)))
}

/**
 * Puts addresses into so many columns at most by their distance from the seeds, and what is small or
 * far together.
 */
export const toShownFlow = (picture: FlowPicture, most: number): ShownFlow => {
  const real = picture.links.filter(({ amount }) => amount > 0n)
  const groups = groupsOf({ ...picture, links: real }, throughOf(picture.nodes.length, real), most)
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
  const placed = groups.map(({ column }) => (picture.backward ? columns - 1 - column : column))
  const links = [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, amount]): ShownLink => {
      const [from, to] = [Math.floor(key / groups.length), key % groups.length]
      const far = (placed[to] as number) - (placed[from] as number)
      return { from, to, amount, leads: directions[Math.sign(far) + 1] as ShownLink['leads'] }
    })
  const through = throughOf(groups.length, links)
  return {
    columns,
    links,
    within,
    nodes: groups.map((group, i) => ({
      ...group.node,
      column: placed[i] as number,
      stands: group.members.length,
      through: through[i] as bigint,
    })),
  }
}

const directions: readonly ShownLink['leads'][] = ['back', 'beside', 'on']
