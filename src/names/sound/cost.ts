import type { Millibits } from '../../model/index.ts'
import { longestToken } from '../edit-distance.ts'
import { nameWeights } from '../weights.ts'
import { type Heard, signs } from './heard.ts'

const costs = nameWeights.sounds

const substitution = new Int32Array(signs * signs).fill(costs.substitution)
for (const [pair, cost] of Object.entries(costs.alike)) {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)]
  substitution[a * signs + b] = cost
  substitution[b * signs + a] = cost
}
for (let sign = 0; sign < signs; sign++) substitution[sign * signs + sign] = 0

/** How much more a difference counts in tokens that have few sounds to tell them from others. */
const factorOf = (left: Heard, right: Heard): number => {
  const { byConsonants, letters } = costs.shortToken
  if (left.letters <= letters || right.letters <= letters) return byConsonants[0] as number
  return byConsonants[Math.min(left.consonants, right.consonants)] ?? 1
}

/**
 * What it costs, in millibits, to take two different tokens as one name heard alike: the
 * cheapest way to turn the sounds of one into those of the other (Needleman and Wunsch 1970 with
 * costs by sound). Symmetric. Undefined where it would reach `bound`.
 */
export const soundCost = (left: Heard, right: Heard, bound: Millibits): Millibits | undefined => {
  const plain = pathCost(left, right, bound)
  if ((left.rest === undefined) === (right.rest === undefined)) return plain
  const most = (plain ?? bound) - costs.articleLost
  const path = pathCost(left.rest ?? left, right.rest ?? right, most)
  return path === undefined ? plain : path + costs.articleLost
}

const row = new Int32Array(2 * longestToken + 1)

const pathCost = (left: Heard, right: Heard, bound: Millibits): Millibits | undefined => {
  if (left.sounds === '' || right.sounds === '') return undefined
  const factor = factorOf(left, right)
  const limit = (bound - costs.respelled) / factor
  if (limit <= 0) return undefined
  if (left.sounds === right.sounds) return costs.respelled
  const path = cheapestPath(left, right, limit)
  return path === undefined ? undefined : costs.respelled + Math.round(factor * path)
}

/** The cheapest way between two rows of sounds; undefined where it reaches the limit. */
const cheapestPath = (left: Heard, right: Heard, limit: number): Millibits | undefined => {
  const [lefts, rights] = [left.codes, right.codes]
  const lossesLeft = right.bare ? left.lossesToBare : left.losses
  const lossesRight = left.bare ? right.lossesToBare : right.losses
  const end = rights.length
  row[0] = 0
  for (let j = 0; j < end; j++) row[j + 1] = (row[j] as number) + (lossesRight[j] as number)
  for (let i = 0; i < lefts.length; i++) {
    const costs = (lefts[i] as number) * signs
    const loss = lossesLeft[i] as number
    let aslant = row[0] as number
    let before = aslant + loss
    let best = before
    row[0] = before
    for (let j = 0; j < end; j++) {
      const above = row[j + 1] as number
      const swap = aslant + (substitution[costs + (rights[j] as number)] as number)
      const dropped = above + loss
      const added = before + (lossesRight[j] as number)
      before = Math.min(swap, dropped)
      if (added < before) before = added
      row[j + 1] = before
      aslant = above
      if (before < best) best = before
    }
    if (best >= limit) return undefined
  }
  const path = row[end] as number
  return path < limit ? path : undefined
}
