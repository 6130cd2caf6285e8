import type { Amounts, Flow } from '../flow/flow.ts'
import { type Carried, carriedOf, nothingCarried } from './carried.ts'
import { reach } from './reach.ts'
import { follow } from './sparse/follow.ts'
import { indexFlow } from './sparse/index-flow.ts'
import { type Doubles, type IndexedFlow, mostMoves } from './sparse/indexed-flow.ts'
import { spread } from './spread.ts'
import type { Tracing } from './tracing.ts'

/** What a trace is asked of a flow; what addresses held at first is known. */
type Asked = Omit<Tracing, 'initial'>

/** Traces one flow after another question. */
export type Carry = (asked: Asked) => Carried

/**
 * Places of moves of tainted addresses to look at, before all moves are traced in their order instead:
 * where value spreads that far, looking at the moves of its holders takes longer than making them all.
 */
export const mostTouched = ({ src }: Flow): number => src.length / 8

/**
 * Traces a flow, once for each question. Whole doubles are followed by the moves of those who hold
 * tainted value, with an index that is made when it is first needed, and through all moves where these
 * turn out to be many. Big integers go through the part that value can come to, because for them nothing
 * here follows moves. What is found is the same each way.
 * @param initial what each address holds before the first move
 */
export const carryThrough = (flow: Flow, initial?: Amounts): Carry => {
  const doubles = doublesOf(flow)
  let indexed: IndexedFlow | undefined
  return (asked) => {
    if (!indexed && !beginsIn(flow, asked)) return nothingCarried(flow)
    const tracing = { ...asked, initial }
    if (!doubles) return throughPart(flow, tracing)
    indexed ??= indexFlow(doubles, initial)
    return (
      follow(indexed, asked, mostTouched(flow)) ?? carriedOf(flow, tracing, spread(flow, tracing))
    )
  }
}

/** A flow that can be indexed. */
const doublesOf = (flow: Flow): Doubles | undefined => {
  const { amount } = flow
  return amount instanceof Float64Array && amount.length < mostMoves
    ? { ...flow, amount }
    : undefined
}

/** Whether a seed sends anything, or a move is one. */
const beginsIn = ({ src }: Flow, { seeds, seedMoves }: Asked): boolean =>
  src.some((from) => seeds[from] === 1) || seedMoves?.includes(1) === true

const throughPart = (flow: Flow, tracing: Tracing): Carried => {
  const part = reach(flow, tracing)
  const carried = carriedOf(part.flow, part.tracing, spread(part.flow, part.tracing))
  return {
    ...carried,
    address: carried.address.map((place) => part.address[place] as number),
    move: carried.move.map((place) => part.move[place] as number),
  }
}
