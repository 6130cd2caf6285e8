import type { Amounts, Flow } from '../../flow/flow.ts'

/** A flow of whole doubles. */
export type Doubles = Flow & { readonly amount: Float64Array }

/**
 * The moves of each address in their order, both ways, without those that change nothing. Costs 8 bytes
 * a move, 4 an address and a double for each `stride` of its places.
 */
export type IndexedFlow = {
  readonly flow: Doubles
  /** Where in `own` the moves of each address begin, and the end. */
  readonly begin: Uint32Array
  /** Twice the move, and 1 more where the address receives. */
  readonly own: Uint32Array
  /** What the address of each `stride`th place of `own` holds before the move there. */
  readonly marks: Float64Array
  /** What each address holds before the first move; nothing where not given. */
  readonly initial?: Amounts | undefined
}

/** Places of `own` from one holding that is kept to the next: a power of two. */
export const stride = 32

/** Beyond so many moves twice a move is no 32 bits. */
export const mostMoves: number = 2 ** 31

/** The place of a move among those of an address, which has it. */
export const placeOf = ({ begin, own }: IndexedFlow, address: number, move: number): number => {
  let low = begin[address] as number
  let high = (begin[address + 1] as number) - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((own[middle] as number) >>> 1 < move) low = middle + 1
    else high = middle
  }
  return low
}

/** What an address holds before the move at one of its places: from the last holding that was kept. */
export const heldBefore = (
  { flow: { amount }, begin, own, marks, initial }: IndexedFlow,
  address: number,
  place: number,
): number => {
  const first = begin[address] as number
  const marked = place - (place % stride)
  let held = marked < first ? Number(initial?.[address] ?? 0) : (marks[marked / stride] as number)
  for (let at = Math.max(first, marked); at < place; at++) {
    const move = own[at] as number
    const whole = amount[move >>> 1] as number
    held = move & 1 ? held + whole : Math.max(0, held - whole)
  }
  return held
}
