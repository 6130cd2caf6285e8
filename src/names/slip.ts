import type { Millibits } from '../model/index.ts'
import { nameWeights } from './weights.ts'

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

/** Cost of the one edit between two tokens. */
const oneEditCost = (a: string, b: string): Millibits => {
  const usual = nameWeights.edits[1] as Millibits
  if (a.length !== b.length) return usual
  let at = 0
  while (a[at] === b[at]) at++
  if (a.slice(at + 1) !== b.slice(at + 1)) return nameWeights.swap
  return areNeighbours(a.charAt(at), b.charAt(at)) ? nameWeights.keyboardSlip : usual
}

/** Cost of taking two tokens as one that were `edits` (1 or 2) slips of a hand apart. */
export const slipCost = (a: string, b: string, edits: number): Millibits => {
  const cost = edits === 1 ? oneEditCost(a, b) : (nameWeights.edits[edits] as Millibits)
  const { letters, each } = nameWeights.shortSlip
  const missing = Math.max(0, letters - Math.min(a.length, b.length))
  const first = a.charCodeAt(0) === b.charCodeAt(0) ? 0 : nameWeights.otherFirstLetter
  return cost + first + missing * each
}
