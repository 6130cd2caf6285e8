import type { Amounts, Flow } from '../flow/flow.ts'
import { type Carried, carriedOf } from './carried.ts'
import { reach } from './reach.ts'
import { follow } from './sparse/follow.ts'
import { type Doubles, indexFlow, mostMoves } from './sparse/indexed-flow.ts'
import { spread } from './spread.ts'
import type { Tracing } from './tracing.ts'

/** Traces one flow after another question: what carried value is the same whichever way it is found. */
export type Carry = (tracing: Tracing) => Carried

/**
 * Of the moves of a flow one in so many is looked at by the addresses that hold tainted value, before
 * all are traced in their order instead: looking at one costs some times as much.
 */
const fewest = 8

/**
 * The way to trace a flow: by the moves of tainted addresses, or all of it where those turn out to be
 * many; in big integers through the part that value can come to.
 * @param initial what each address holds before the first move
 */
export const carryThrough = (flow: Flow, initial?: Amounts): Carry => {
  const { amount } = flow
  if (!(amount instanceof Float64Array) || amount.length >= mostMoves)
    return (tracing) => throughPart(flow, { ...tracing, initial })
  const doubles: Doubles = { ...flow, amount }
  const indexed = indexFlow(doubles, initial)
  return (tracing) =>
    follow(indexed, tracing, amount.length / fewest) ??
    carriedOf(flow, tracing, spread(flow, { ...tracing, initial }))
}

const throughPart = (flow: Flow, tracing: Tracing): Carried => {
  const part = reach(flow, tracing)
  const carried = carriedOf(part.flow, part.tracing, spread(part.flow, part.tracing))
  return {
    ...carried,
    address: carried.address.map((place) => part.address[place] as number),
    move: carried.move.map((place) => part.move[place] as number),
  }
}
