import type { Millibits } from '../../model/index.ts'
import { nameWeights, unpairedCost } from '../../names/index.ts'
import { positions } from './mask.ts'
import type { NameTable } from './name-table.ts'
import type { Postings } from './postings.ts'
import type { Ways, Weighed } from './spellings.ts'

/** One way in which tokens of the query can meet names. */
export type Unit = {
  readonly weighed: Weighed
  readonly postings: Postings
  /** Where its tokens begin in the query, and how many it takes there and in names. */
  readonly at: number
  readonly left: number
  readonly right: number
  /** What leaving its tokens out would cost at the least. */
  readonly spared: Millibits
  /** The most that a name gains by it: its heaviest weight, and that its tokens are not left out. */
  readonly most: Millibits
  /** Number of places it leads to. */
  readonly cost: number
}

/** A query taken apart for a search. */
export type Plan = {
  /** The costliest first. */
  readonly units: readonly Unit[]
  /** The first so many open no candidates. */
  readonly idle: number
  /** The most that a name gains by these and by initials. */
  readonly slack: Millibits
  /** The most that it gains by initials. */
  readonly byInitials: Millibits
  /** What a name must gain to reach the floor. */
  readonly need: Millibits
}

/** What is known of the tokens of a query. */
export type QueryTokens = {
  readonly infos: readonly Millibits[]
  readonly ways: Ways
  /** Positions of single letters. */
  readonly initials: readonly number[]
}

/**
 * Takes a query apart. A token without a partner costs what leaving it out costs at the least, so a
 * name needs the floor and the cost of all tokens, and each token that it holds gives its weight and
 * its cost. The costliest units whose gains together stay below that cannot reach it alone and open
 * no candidates. Initials in the query could stand for half the vocabulary and open none either.
 */
export const planSearch = (
  table: NameTable,
  { infos, ways, initials }: QueryTokens,
  floor: Millibits,
): Plan => {
  // Tokens that are not told apart are never known to be left out.
  const leftOut = infos.map((each, i) => (i < positions ? unpairedCost(each, 0) : 0))
  const units = unitsOf(table, ways, leftOut).sort((a, b) => b.cost - a.cost)
  const need = leftOut.reduce((sum, cost) => sum + cost, floor)
  let byInitials = 0
  for (const i of initials) byInitials += nameWeights.initial + (leftOut[i] as number)
  let [idle, slack] = [0, byInitials]
  while (idle < units.length && slack + (units[idle] as Unit).most < need)
    slack += (units[idle++] as Unit).most
  return { units, idle, slack, byInitials, need }
}

const unitsOf = (
  { byToken, byJoin }: NameTable,
  { single, rightJoined, leftJoined }: Ways,
  leftOut: readonly Millibits[],
): Unit[] => {
  const units: Unit[] = []
  const add = (weighed: Weighed | undefined, at: number, left: number, right: number): void => {
    if (!weighed || weighed.ids.length === 0) return
    const postings = right === 2 ? byJoin : byToken
    let spared = leftOut[at] as number
    if (left === 2) spared += leftOut[at + 1] as number
    const most = (weighed.weights[0] as number) + spared
    units.push({ weighed, postings, at, left, right, spared, most, cost: weighed.places })
  }
  for (let at = 0; at < single.length; at++) {
    add(single[at], at, 1, 1)
    add(rightJoined[at], at, 1, 2)
    add(leftJoined[at], at, 2, 1)
  }
  return units
}
