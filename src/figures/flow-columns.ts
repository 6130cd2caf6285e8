import type { FlowLink, FlowPicture } from './flow-picture.ts'

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
    walk([at], known.length > 0 ? Math.max(1, Math.min(...known) - 1) : 1)
  })
  return nodes.map((_, at) => hops.get(at) as number)
}

/**
 * The column of each address, by its transfers from the seeds. Where value ends stands last; where it
 * passes through stands before that, and so a chain that is too long stands in one column. It ends
 * where nothing goes on to a farther one, and less than half goes back.
 */
export const columnsOf = (picture: FlowPicture, columns: number): readonly number[] => {
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

/** What comes in and what goes out. */
export const sumsOf = (
  count: number,
  links: readonly FlowLink[],
): { readonly into: readonly bigint[]; readonly out: readonly bigint[] } => {
  const [into, out] = [new Array<bigint>(count).fill(0n), new Array<bigint>(count).fill(0n)]
  for (const { from, to, amount } of links) {
    if (from === to) continue
    out[from] = (out[from] as bigint) + amount
    into[to] = (into[to] as bigint) + amount
  }
  return { into, out }
}
