import type { Millibits } from '../model/index.ts'
import { nameWeights, type Slip } from './weights.ts'

/** Rows of the usual Latin keyboards; a key's neighbours stand beside it and half a key aslant. */
const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const places = new Map<string, readonly [row: number, place: number]>()
keyRows.forEach((keys, row) => {
  for (let k = 0; k < keys.length; k++) places.set(keys.charAt(k), [row, k + row / 2])
})

const areNeighbours = (a: string, b: string): boolean => {
  const [one, other] = [places.get(a), places.get(b)]
  if (!one || !other) return false
  return Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1
}

const firstDifference = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

/** The one slip, at the first letter that differs, which makes `written` of `meant`, one edit apart. */
const slipOf = (meant: string, written: string, at: number): Slip => {
  if (written.length < meant.length) return 'omitted'
  if (written.length > meant.length)
    return at > 0 && written[at] === written[at - 1] ? 'doubled' : 'added'
  if (meant.slice(at + 1) !== written.slice(at + 1)) return 'swapped'
  return areNeighbours(meant.charAt(at), written.charAt(at)) ? 'neighbour' : 'replaced'
}

const byLength = (row: readonly Millibits[], { length }: string): Millibits =>
  row[Math.min(length, row.length - 1)] as Millibits

/**
 * What it says, in millibits, that a token is a slip away from a name while nobody is called so: slips
 * against rare names that lie as near, more of which differ at the ends.
 */
export const slipSays = (meant: string, written: string): Millibits => {
  const at = firstDifference(meant, written)
  const slip = slipOf(meant, written, at)
  const { says, first, last } = nameWeights.slip
  const less = (at === 0 && first[slip]) || (at >= meant.length - 1 && last[slip]) || 0
  return byLength(says[slip], meant) - less
}

/** How rare this one slip is, in millibits: one letter of a name, at one place, by one kind of slip. */
export const slipRarity = (meant: string, written: string): Millibits => {
  const slip = slipOf(meant, written, firstDifference(meant, written))
  return byLength(nameWeights.slip.rarity[slip], meant)
}

/** Cost of the one edit between two tokens. */
const oneEditCost = (a: string, b: string): Millibits => {
  const slip = slipOf(a, b, firstDifference(a, b))
  if (slip === 'swapped') return nameWeights.swap
  return slip === 'neighbour' ? nameWeights.keyboardSlip : (nameWeights.edits[1] as Millibits)
}

/** Cost of taking two tokens as one that were `edits` (1 or 2) slips of a hand apart. */
export const slipCost = (a: string, b: string, edits: number): Millibits => {
  const cost = edits === 1 ? oneEditCost(a, b) : (nameWeights.edits[edits] as Millibits)
  const { letters, each } = nameWeights.shortSlip
  const missing = Math.max(0, letters - Math.min(a.length, b.length))
  const first = a.charCodeAt(0) === b.charCodeAt(0) ? 0 : nameWeights.otherFirstLetter
  return cost + first + missing * each
}
