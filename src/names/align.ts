import type { Millibits } from '../model/index.ts'
import { ceiling, dependent, unpairedCost } from './token-weights.ts'
import { nameWeights } from './weights.ts'

/** Tokens of two names taken as one; a side of two tokens was written apart there and joined here. */
export type Pair = {
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly millibits: Millibits
}

export type Alignment = {
  readonly millibits: Millibits
  readonly pairs: readonly Pair[]
}

/** Offers a pair: tokens taken on each side (1 or 2) from positions `i` and `j`, and its weight. */
export type AddPair = (
  i: number,
  j: number,
  left: number,
  right: number,
  millibits: Millibits,
) => void

/** Names every pair that two names could be aligned by, in any order; those of no weight are passed over. */
export type ListPairs = (add: AddPair) => void

/** A way to pair tokens from `i` on the left with tokens from `j` on the right. */
type Edge = {
  i: number
  j: number
  /** Tokens taken on each side, 1 or 2. */
  left: number
  right: number
  millibits: Millibits
}

/** Edges in use, heaviest first; kept between calls because a search aligns thousands of names. */
const edges: Edge[] = []
let edgeCount = 0

/** How many tokens the left name has more than the right. */
let longer = 0

/** Heavier pairs first; of equal ones those as far from the ends of both names, where fathers stand. */
const isBefore = (a: Edge, b: Edge): boolean => {
  if (a.millibits !== b.millibits) return a.millibits > b.millibits
  const [askew, other] = [Math.abs(a.i - a.j - longer), Math.abs(b.i - b.j - longer)]
  if (askew !== other) return askew < other
  if (a.i + a.j !== b.i + b.j) return a.i + a.j < b.i + b.j
  if (a.i !== b.i) return a.i < b.i
  return a.left !== b.left ? a.left < b.left : a.right < b.right
}

/** So many edges are kept in order as they come; more, of very long names, are sorted at the end. */
const fewEdges = 64

const sortEdges = (): void => {
  if (edgeCount <= fewEdges) return
  const sorted = edges.slice(0, edgeCount).sort((a, b) => (isBefore(a, b) ? -1 : 1))
  for (let e = 0; e < edgeCount; e++) edges[e] = sorted[e] as Edge
}

const addEdge: AddPair = (i, j, left, right, millibits) => {
  if (millibits <= 0) return
  const edge = edges[edgeCount] ?? { i: 0, j: 0, left: 0, right: 0, millibits: 0 }
  edge.i = i
  edge.j = j
  edge.left = left
  edge.right = right
  edge.millibits = millibits
  let at = edgeCount++
  if (edgeCount > fewEdges) {
    edges[at] = edge
    return
  }
  while (at > 0 && isBefore(edge, edges[at - 1] as Edge)) {
    edges[at] = edges[at - 1] as Edge
    at--
  }
  edges[at] = edge
}

const isTaken = (used: Uint8Array, at: number, count: number): boolean =>
  used[at] === 1 || (count === 2 && used[at + 1] === 1)

let usedLeft = new Uint8Array(64)
let usedRight = new Uint8Array(64)

/** Takes the heaviest edges whose tokens are free and reports each. */
const takeEdges = (n: number, m: number, take: (edge: Edge) => void): void => {
  if (n >= usedLeft.length) usedLeft = new Uint8Array(2 * n)
  if (m >= usedRight.length) usedRight = new Uint8Array(2 * m)
  usedLeft.fill(0, 0, n + 1)
  usedRight.fill(0, 0, m + 1)
  for (let e = 0; e < edgeCount; e++) {
    const edge = edges[e] as Edge
    if (isTaken(usedLeft, edge.i, edge.left) || isTaken(usedRight, edge.j, edge.right)) continue
    usedLeft.fill(1, edge.i, edge.i + edge.left)
    usedRight.fill(1, edge.j, edge.j + edge.right)
    take(edge)
  }
}

/** Positions that no edge took, rarest token first. */
const leftOver = (count: number, used: Uint8Array, infos: readonly Millibits[]): number[] => {
  const rest: number[] = []
  for (let k = 0; k < count; k++) if (used[k] === 0) rest.push(k)
  return rest.length < 2
    ? rest
    : rest.sort((a, b) => (infos[b] as number) - (infos[a] as number) || a - b)
}

/**
 * Weight of the agreement of two names whose tokens have the given information: tokens are paired
 * without regard to order, heaviest pair first, each token once. What is left on both sides
 * contradicts, what is left on one side is an omission.
 */
export const alignmentWeight = (
  left: readonly Millibits[],
  right: readonly Millibits[],
  list: ListPairs,
  report?: (
    edge: Edge | undefined,
    i: number | undefined,
    j: number | undefined,
    millibits: Millibits,
  ) => void,
): Millibits => {
  edgeCount = 0
  longer = left.length - right.length
  list(addEdge)
  sortEdges()
  let agreed = 0
  let doubted = 0
  if (left.length > partners.length) partners = new Int32Array(2 * left.length)
  partners.fill(-1, 0, left.length)
  const taken: Edge[] = []
  takeEdges(left.length, right.length, (edge) => {
    agreed += edge.millibits
    doubted += doubtOf(edge, left, right)
    partners[edge.i] = edge.j
    if (report) taken.push(edge)
  })
  const summed = agreed
  agreed = Math.max(0, dependent(summed + doubted) - doubted)
  // Each pair keeps its share of what they say together; the first takes what rounding leaves.
  let rest = agreed
  for (const edge of taken.toReversed()) {
    const share = edge === taken[0] ? rest : Math.round((edge.millibits * agreed) / summed)
    rest -= share
    report?.(edge, edge.i, edge.j, share)
  }
  const lefts = leftOver(left.length, usedLeft, left)
  const rights = leftOver(right.length, usedRight, right)
  let total = agreed
  // What is too much for two names that differ falls to the first pair that makes them differ.
  let excess = Math.max(0, agreed - ceiling(dearest(lefts[0], left), dearest(rights[0], right)))
  if (lefts.length === 0 || rights.length === 0) excess += headless(left, right)
  for (let k = 0; k < lefts.length || k < rights.length; k++) {
    const [i, j] = [lefts[k], rights[k]]
    const full = unpairedCost(dearest(i, left), dearest(j, right)) + excess
    const cost = Math.max(0, Math.min(full, total - nameWeights.least))
    total -= cost
    excess = 0
    report?.(undefined, i, j, -cost + 0)
  }
  return total
}

const infoAt = (at: number, count: number, infos: readonly Millibits[]): Millibits =>
  (infos[at] as number) + (count === 2 ? (infos[at + 1] as number) : 0)

/**
 * How much a pair's difference costs beyond what spellings of one name usually differ by. That two
 * tokens differ is no news about the others, so this does not shrink with what they say together.
 */
const doubtOf = (
  { i, j, left, right, millibits }: Edge,
  lefts: readonly Millibits[],
  rights: readonly Millibits[],
): Millibits => {
  const full = Math.min(infoAt(i, left, lefts), infoAt(j, right, rights))
  return Math.max(0, full - millibits - nameWeights.dependence.spelling)
}

/** Partner of each token on the left by the last alignment; -1 where it has none. */
let partners = new Int32Array(64)

const firstProper = (infos: readonly Millibits[]): number =>
  infos.findIndex((info) => info > nameWeights.headless.proper)

/**
 * What it costs that one name is the other without its first proper token, all the rest in the same
 * order: X son of Y is not Y, though he bears all of Y's names. Names of fewer tokens are shortened so.
 */
const headless = (left: readonly Millibits[], right: readonly Millibits[]): Millibits => {
  const [i, j] = [firstProper(left), firstProper(right)]
  if (i < 0 || j < 0) return 0
  const missesLeft = isSonsName(i, j, left, usedLeft, true)
  const missesRight = isSonsName(j, i, right, usedRight, false)
  if (missesLeft === missesRight) return 0
  let last = -1
  let paired = 0
  for (let k = 0; k < left.length; k++) {
    const partner = partners[k] as number
    // Particles stand at many places, and the own name may be taken for that of a forefather.
    if (partner < 0 || (left[k] as number) <= nameWeights.headless.proper) continue
    if (missesLeft ? k === i : partner === j) continue
    if (partner < last) return 0
    last = partner
    paired++
  }
  if (paired < nameWeights.headless.paired) return 0
  const missing = missesLeft ? (left[i] as number) : (right[j] as number)
  return Math.min(nameWeights.headless.cap, Math.round(nameWeights.headless.share * missing))
}

/**
 * Whether the first proper token of a name has no partner, or only one for which another bearer of the
 * same token is left over: Ibrahim X Ibrahim against X Ibrahim.
 */
const isSonsName = (
  own: number,
  other: number,
  infos: readonly Millibits[],
  used: Uint8Array,
  onLeft: boolean,
): boolean => {
  if (used[own] === 0) return true
  const together = onLeft ? partners[own] === other : partners[other] === own
  if (together) return false
  return infos.some((info, k) => k > own && used[k] === 0 && info === infos[own])
}

const dearest = (at: number | undefined, infos: readonly Millibits[]): Millibits =>
  at === undefined ? 0 : (infos[at] as number)

/** The same, with the pairs that the weight is made of. */
export const alignTokens = (
  left: readonly string[],
  right: readonly string[],
  infos: { readonly left: readonly Millibits[]; readonly right: readonly Millibits[] },
  list: ListPairs,
): Alignment => {
  const pairs: Pair[] = []
  const millibits = alignmentWeight(infos.left, infos.right, list, (edge, i, j, weight) => {
    pairs.push({
      left: i === undefined ? [] : left.slice(i, i + (edge?.left ?? 1)),
      right: j === undefined ? [] : right.slice(j, j + (edge?.right ?? 1)),
      millibits: weight,
    })
  })
  return { millibits, pairs }
}
