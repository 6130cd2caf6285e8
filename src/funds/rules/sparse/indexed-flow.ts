import { type Amounts, type Flow, nobody } from '../../flow/flow.ts'
import { isIdle, sourceOf } from '../source.ts'

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

/** Places of `own` from one holding that is kept to the next. */
const stride = 32

/** Beyond so many moves twice a move is no 32 bits. */
export const mostMoves: number = 2 ** 31

/** Indexes a flow of less than `mostMoves`: two passes in order, and what addresses hold on the way. */
export const indexFlow = (flow: Doubles, initial?: Amounts): IndexedFlow => {
  const { addresses, src, dst, kind, amount } = flow
  const begin = beginsOf(flow)
  const own = new Uint32Array(begin[addresses] as number)
  const marks = new Float64Array(Math.ceil(own.length / stride))
  const next = begin.slice(0, addresses)
  const held = new Float64Array(addresses)
  initial?.forEach((amount, i) => {
    held[i] = Number(amount)
  })
  for (let i = 0; i < src.length; i++) {
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    const whole = amount[i] as number
    if (whole === 0 || isIdle(from, to)) continue
    if (from !== nobody) {
      const place = next[from] as number
      next[from] = place + 1
      const holding = held[from] as number
      own[place] = 2 * i
      if (place % stride === 0) marks[place / stride] = holding
      held[from] = Math.max(0, holding - whole)
    }
    if (to !== nobody) {
      const place = next[to] as number
      next[to] = place + 1
      const holding = held[to] as number
      own[place] = 2 * i + 1
      if (place % stride === 0) marks[place / stride] = holding
      held[to] = holding + whole
    }
  }
  return { flow, begin, own, marks, initial }
}

const beginsOf = ({ addresses, src, dst, kind, amount }: Doubles): Uint32Array => {
  const begin = new Uint32Array(addresses + 1)
  for (let i = 0; i < src.length; i++) {
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (amount[i] === 0 || isIdle(from, to)) continue
    if (from !== nobody) begin[from + 1] = (begin[from + 1] as number) + 1
    if (to !== nobody) begin[to + 1] = (begin[to + 1] as number) + 1
  }
  for (let i = 0; i < addresses; i++) begin[i + 1] = (begin[i + 1] as number) + (begin[i] as number)
  return begin
}

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
