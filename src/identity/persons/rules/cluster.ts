import type { Millibits } from '../../../model/index.ts'

/** Weighed pairs of nodes; a node stands for one or more rows that state the same. */
export type Edges = {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Int32Array
}

/** Most that one pair may say for or against a group, in millibits. */
const mostSay: Millibits = 12_000
/** What a pair says that was not compared: no key brought it together. */
const unseenSays: Millibits = -1_000

const clamp = (weight: Millibits): Millibits => Math.max(-mostSay, Math.min(mostSay, weight))

/** The group of each node: the least node in it. */
export const components = (count: number, { a, b, weight }: Edges): Int32Array => {
  const parent = new Int32Array(count).map((_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number
      root = parent[root] as number
    }
    return root
  }
  for (let at = 0; at < a.length; at++) {
    if ((weight[at] as number) < 0) continue
    const [one, other] = [rootOf(a[at] as number), rootOf(b[at] as number)]
    parent[Math.max(one, other)] = Math.min(one, other)
  }
  return parent.map((_, node) => rootOf(node))
}

/**
 * Groups nodes by mean evidence: from the strongest pair on, two groups become one if all pairs across
 * them together speak for it, pairs that were not compared with −1 bit each. A bridge of one strong pair
 * between two persons so does not make them one, and no threshold is tuned. Ties go by the numbers of
 * the nodes; passes go on until nothing changes.
 */
export const clusterByMean = (sizes: Int32Array, edges: Edges): Int32Array => {
  const { a, b, weight } = edges
  const count = sizes.length
  const order = new Int32Array(a.length)
    .map((_, at) => at)
    .filter((at) => (weight[at] as number) >= 0)
    .sort(
      (x, y) =>
        (weight[y] as number) - (weight[x] as number) ||
        (a[x] as number) - (a[y] as number) ||
        (b[x] as number) - (b[y] as number),
    )
  const neighbours = toNeighbours(count, edges)
  const group = new Int32Array(count).map((_, node) => node)
  const members: (number[] | undefined)[] = Array.from({ length: count }, (_, node) => [node])
  const rows = Float64Array.from(sizes)
  const merge = (one: number, other: number): void => {
    const [kept, gone] = one < other ? [one, other] : [other, one]
    for (const node of members[gone] as number[]) {
      group[node] = kept
      ;(members[kept] as number[]).push(node)
    }
    members[gone] = undefined
    rows[kept] = (rows[kept] as number) + (rows[gone] as number)
  }
  /** Evidence over all pairs of rows across two groups. */
  const across = (one: number, other: number): number => {
    const [few, many] =
      (members[one] as number[]).length <= (members[other] as number[]).length
        ? [one, other]
        : [other, one]
    let [sum, seen] = [0, 0]
    for (const node of members[few] as number[]) {
      const to = neighbours.starts[node + 1] as number
      for (let at = neighbours.starts[node] as number; at < to; at++) {
        const neighbour = neighbours.nodes[at] as number
        if (group[neighbour] !== many) continue
        const times = (sizes[node] as number) * (sizes[neighbour] as number)
        sum += times * (neighbours.weights[at] as number)
        seen += times
      }
    }
    return sum + unseenSays * ((rows[one] as number) * (rows[other] as number) - seen)
  }
  for (let merged = true; merged; ) {
    merged = false
    for (const at of order) {
      const [one, other] = [group[a[at] as number] as number, group[b[at] as number] as number]
      if (one === other || across(one, other) < 0) continue
      merge(one, other)
      merged = true
    }
  }
  return group
}

type Neighbours = {
  readonly starts: Int32Array
  readonly nodes: Int32Array
  readonly weights: Int32Array
}

/** The edges of each node, both ways. */
const toNeighbours = (count: number, { a, b, weight }: Edges): Neighbours => {
  const starts = new Int32Array(count + 2)
  for (const ends of [a, b])
    for (const node of ends) starts[node + 2] = (starts[node + 2] as number) + 1
  for (let node = 2; node < starts.length; node++)
    starts[node] = (starts[node] as number) + (starts[node - 1] as number)
  const nodes = new Int32Array(2 * a.length)
  const weights = new Int32Array(2 * a.length)
  const put = (node: number, neighbour: number, says: number): void => {
    const place = starts[node + 1] as number
    starts[node + 1] = place + 1
    nodes[place] = neighbour
    weights[place] = says
  }
  for (let at = 0; at < a.length; at++) {
    const says = clamp(weight[at] as number)
    put(a[at] as number, b[at] as number, says)
    put(b[at] as number, a[at] as number, says)
  }
  return { starts, nodes, weights }
}
