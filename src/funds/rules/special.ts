import { moveKinds, nobody } from '../flow/flow.ts'
import { batch } from './ahead.ts'
import type { BigWay, Way } from './purses.ts'

const transfer = moveKinds.indexOf('transfer')

/** What is done to the moves of a way. */
type Making = {
  /** Reads ahead what moves need. */
  ready(begin: number, end: number): void
  /** Makes moves that only take from one purse and put into another, or go from an address to itself. */
  along(begin: number, end: number): void
  /** Makes a move that asks for more. */
  special(move: number): void
}

/** Makes all moves in their order. */
export const makeMoves = (way: Way | BigWay, { ready, along, special }: Making): void => {
  const { length } = way.flow.src
  const places = specialMoves(way)
  let next = 0
  for (let begin = 0; begin < length; begin += batch) {
    const end = Math.min(length, begin + batch)
    ready(begin, end)
    let plain = begin
    for (; (places[next] as number) < end; next++) {
      const move = places[next] as number
      along(plain, move)
      special(move)
      plain = move + 1
    }
    along(plain, end)
  }
}

/**
 * The places of moves that ask for more than taking and putting, and the end. Found before any is made,
 * because roles of addresses stay near while nothing else is read.
 */
const specialMoves = ({
  flow: { src, dst, kind },
  roles,
  seedMoves,
}: Way | BigWay): Uint32Array => {
  const { length } = src
  const places = new Uint32Array(length + 1)
  let count = 0
  for (let i = 0; i < length; i++) {
    const from = src[i] as number
    const to = dst[i] as number
    const isPlain =
      kind[i] === transfer &&
      from !== nobody &&
      to !== nobody &&
      ((roles[from] as number) | (roles[to] as number)) === 0 &&
      seedMoves?.[i] !== 1
    if (!isPlain) places[count++] = i
  }
  places[count] = length
  return places
}
