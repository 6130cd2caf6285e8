import { compareAmounts } from './amounts.ts'
import { columnsOf, hopsOf, sumsOf } from './flow-columns.ts'
import type { FlowKind, FlowLink, FlowNode, FlowPicture } from './flow-picture.ts'

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

type Group = {
  readonly node: FlowNode
  readonly column: number
  readonly members: readonly number[]
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
