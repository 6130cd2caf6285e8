import { moveKinds, nobody } from '../flow/flow.ts'
import type { BigWay, Way } from './purses.ts'

const transfer = moveKinds.indexOf('transfer')

/** Whether a move asks for more than taking from one purse and putting into another. */
export const isSpecial = (
  { flow: { src, dst, kind }, roles, seedMoves }: Way | BigWay,
  i: number,
): boolean => {
  const from = src[i] as number
  const to = dst[i] as number
  if (kind[i] !== transfer || from === nobody || to === nobody || seedMoves?.[i] === 1) return true
  return ((roles[from] as number) | (roles[to] as number)) !== 0
}
