import type { RingNodes } from './ring-nodes.ts'

/** Which sign stands where: places in `left` and `right`, from the top. */
export type RingOrder = { readonly left: readonly number[]; readonly right: readonly number[] }

const rounds = 12

/**
 * Orders both sides so that few lines cross: each side in turn by the mean place of what it is tied to
 * (the barycentre rule of Sugiyama, Tagawa and Toda, 1981). Values stay within their channel; ties keep
 * the order they had, so the same ring gives the same picture.
 */
export const orderNodes = ({ left, right, edges }: RingNodes): RingOrder => {
  const channels = [...new Set(right.map(({ channel }) => channel))]
  const channelOf = right.map(({ channel }) => channels.indexOf(channel))
  let order: RingOrder = { left: left.map((_, i) => i), right: right.map((_, i) => i) }
  for (let round = 0; round < rounds; round++) {
    const meansLeft = meansOf(left.length, order.right, edges, ({ left, right }) => [left, right])
    const lefts = [...order.left].sort(
      (a, b) => (meansLeft[a] as number) - (meansLeft[b] as number),
    )
    const meansRight = meansOf(right.length, lefts, edges, ({ left, right }) => [right, left])
    const rights = [...order.right].sort(
      (a, b) =>
        (channelOf[a] as number) - (channelOf[b] as number) ||
        (meansRight[a] as number) - (meansRight[b] as number),
    )
    order = { left: lefts, right: rights }
  }
  return order
}

/** The mean place, from 0 to 1, of what each of a side is tied to; the middle where to nothing. */
const meansOf = (
  size: number,
  others: readonly number[],
  edges: RingNodes['edges'],
  endsOf: (edge: RingNodes['edges'][number]) => readonly [own: number, other: number],
): readonly number[] => {
  const place = new Map(others.map((other, i) => [other, (i + 0.5) / others.length]))
  const sums = new Float64Array(size)
  const counts = new Uint32Array(size)
  for (const edge of edges) {
    const [own, other] = endsOf(edge)
    ;(sums[own] as number) += place.get(other) as number
    ;(counts[own] as number)++
  }
  return [...sums].map((sum, i) => (counts[i] ? sum / (counts[i] as number) : 0.5))
}
