import type { Millibits } from '../../model/index.ts'
import { longestToken } from '../edit-distance.ts'
import { nameWeights } from '../weights.ts'
import { withoutArticle } from './skeleton.ts'
import { soundsOf } from './sounds.ts'
import { glide, vowels } from './table.ts'

const costs = nameWeights.sounds
const signs = 128

const substitution = new Int32Array(signs * signs).fill(costs.substitution)
for (const [pair, cost] of Object.entries(costs.alike)) {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)]
  substitution[a * signs + b] = cost
  substitution[b * signs + a] = cost
}
for (let sign = 0; sign < signs; sign++) substitution[sign * signs + sign] = 0

const lost = new Int32Array(signs).fill(costs.consonantLost)
for (const [sound, cost] of Object.entries(costs.lost)) lost[sound.charCodeAt(0)] = cost
lost[glide.charCodeAt(0)] = costs.glideLost

const lostAtEnd = new Int32Array(signs).fill(costs.vowelLost)
for (const [vowel, cost] of Object.entries(costs.finalVowelLost))
  lostAtEnd[vowel.charCodeAt(0)] = cost

const isVowel = new Uint8Array(signs)
for (const vowel of vowels) isVowel[vowel.charCodeAt(0)] = 1
/** Glides count as vowels for their neighbours only. */
const isOpen = new Uint8Array(isVowel)
isOpen[glide.charCodeAt(0)] = 1

/** Whether a token was written without its vowels, as Arabic and Hebrew are. */
const isBare = (sounds: string): boolean => {
  if (sounds.length < 3) return false
  let heard = 0
  for (let k = 0; k < sounds.length; k++) heard += isVowel[sounds.charCodeAt(k)] as number
  return heard <= costs.bareShare * sounds.length
}

/** What each sound of a token costs when the other token lacks it. */
const writeLosses = (sounds: string, bare: boolean, into: Int32Array): void => {
  const last = sounds.length - 1
  for (let k = 0; k <= last; k++) {
    const sign = sounds.charCodeAt(k)
    into[k] = lost[sign] as number
    if (isVowel[sign] === 0) continue
    const beside =
      (k > 0 && isOpen[sounds.charCodeAt(k - 1)] === 1) ||
      (k < last && isOpen[sounds.charCodeAt(k + 1)] === 1)
    into[k] = k === last ? (lostAtEnd[sign] as number) : costs.vowelLost
    if (beside && k < last) into[k] = Math.min(into[k] as number, costs.vowelBesideVowelLost)
    if (bare) into[k] = Math.min(into[k] as number, costs.bareVowelLost)
  }
}

const consonantsOf = (sounds: string): number => {
  let count = 0
  for (let k = 0; k < sounds.length; k++) count += 1 - (isOpen[sounds.charCodeAt(k)] as number)
  return count
}

/** How much more a difference counts in tokens that have few sounds to tell them from others. */
const factorOf = (letters: number, left: string, right: string): number => {
  const { byConsonants } = costs.shortToken
  if (letters <= costs.shortToken.letters) return byConsonants[0] as number
  const consonants = Math.min(consonantsOf(left), consonantsOf(right))
  return byConsonants[consonants] ?? 1
}

const lossesLeft = new Int32Array(2 * longestToken)
const lossesRight = new Int32Array(2 * longestToken)
let previous = new Int32Array(2 * longestToken + 1)
let current = new Int32Array(2 * longestToken + 1)

/**
 * What it costs, in millibits, to take two different folded tokens as one name heard alike: the
 * cheapest way to turn the sounds of one into those of the other (Needleman and Wunsch 1970 with
 * costs by sound). Symmetric. Undefined where it would reach `bound`.
 */
export const soundCost = (a: string, b: string, bound: Millibits): Millibits | undefined => {
  const plain = pathCost(a, b, bound)
  const [left, right] = [withoutArticle(a), withoutArticle(b)]
  if ((left === undefined) === (right === undefined)) return plain
  const most = (plain ?? bound) - costs.articleLost
  const path = pathCost(left ?? a, right ?? b, most)
  return path === undefined ? plain : path + costs.articleLost
}

const pathCost = (a: string, b: string, bound: Millibits): Millibits | undefined => {
  const [left, right] = [soundsOf(a), soundsOf(b)]
  if (left === '' || right === '') return undefined
  const factor = factorOf(Math.min(a.length, b.length), left, right)
  const limit = (bound - costs.respelled) / factor
  if (left === right) return limit > 0 ? costs.respelled : undefined
  writeLosses(left, isBare(right), lossesLeft)
  writeLosses(right, isBare(left), lossesRight)
  previous[0] = 0
  for (let j = 1; j <= right.length; j++)
    previous[j] = (previous[j - 1] as number) + (lossesRight[j - 1] as number)
  for (let i = 1; i <= left.length; i++) {
    const row = left.charCodeAt(i - 1) * signs
    const loss = lossesLeft[i - 1] as number
    let best = (previous[0] as number) + loss
    current[0] = best
    for (let j = 1; j <= right.length; j++) {
      const swap =
        (previous[j - 1] as number) + (substitution[row + right.charCodeAt(j - 1)] as number)
      const dropped = (previous[j] as number) + loss
      const added = (current[j - 1] as number) + (lossesRight[j - 1] as number)
      const cost = Math.min(swap, dropped, added)
      current[j] = cost
      if (cost < best) best = cost
    }
    if (best >= limit) return undefined
    ;[previous, current] = [current, previous]
  }
  const path = previous[right.length] as number
  return path < limit ? costs.respelled + Math.round(factor * path) : undefined
}
