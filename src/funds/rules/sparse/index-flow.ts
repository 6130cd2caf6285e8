import { type Amounts, type Flow, nobody } from '../../flow/flow.ts'
import { Ahead, batch } from '../ahead.ts'
import { isIdle, sourceOf } from '../source.ts'
import { type Doubles, type IndexedFlow, stride } from './indexed-flow.ts'

/** Indexes a flow of less than `mostMoves`: two passes in order, and what addresses hold on the way. */
export const indexFlow = (flow: Doubles, initial?: Amounts): IndexedFlow => {
  const { addresses } = flow
  /** Of each address how many moves it has, later the place of its next one; and what it holds. */
  const records = new Float64Array(2 * addresses)
  inBatches(flow, records, (first, end) => countMoves(flow, records, first, end))
  const begin = new Uint32Array(addresses + 1)
  for (let i = 0; i < addresses; i++) {
    begin[i + 1] = (begin[i] as number) + (records[2 * i] as number)
    records[2 * i] = begin[i] as number
    if (initial) records[2 * i + 1] = Number(initial[i])
  }
  const own = new Uint32Array(begin[addresses] as number)
  const marks = new Float64Array(Math.ceil(own.length / stride))
  const indexed = { flow, begin, own, marks, initial }
  inBatches(flow, records, (first, end) => placeMoves(indexed, records, first, end))
  return indexed
}

/** Passes moves by batches whose records were read ahead. */
const inBatches = (
  flow: Flow,
  records: Float64Array,
  pass: (first: number, end: number) => void,
): void => {
  const ahead = new Ahead(2 * batch)
  for (let first = 0; first < flow.src.length; first += batch) {
    const end = Math.min(flow.src.length, first + batch)
    ahead.addEnds(flow, 2, first, end)
    ahead.read(records)
    pass(first, end)
  }
}

const countMoves = (
  { src, dst, kind, amount }: Doubles,
  records: Float64Array,
  first: number,
  end: number,
): void => {
  for (let i = first; i < end; i++) {
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    if (amount[i] === 0 || isIdle(from, to)) continue
    if (from !== nobody) records[2 * from] = (records[2 * from] as number) + 1
    if (to !== nobody) records[2 * to] = (records[2 * to] as number) + 1
  }
}

const placeMoves = (
  { flow: { src, dst, kind, amount }, own, marks }: IndexedFlow,
  records: Float64Array,
  first: number,
  end: number,
): void => {
  for (let i = first; i < end; i++) {
    const from = sourceOf(src[i] as number, kind[i] as number)
    const to = dst[i] as number
    const whole = amount[i] as number
    if (whole === 0 || isIdle(from, to)) continue
    if (from !== nobody) {
      const place = records[2 * from] as number
      const held = records[2 * from + 1] as number
      records[2 * from] = place + 1
      records[2 * from + 1] = Math.max(0, held - whole)
      own[place] = 2 * i
      if (isMarked(place)) marks[place / stride] = held
    }
    if (to !== nobody) {
      const place = records[2 * to] as number
      const held = records[2 * to + 1] as number
      records[2 * to] = place + 1
      records[2 * to + 1] = held + whole
      own[place] = 2 * i + 1
      if (isMarked(place)) marks[place / stride] = held
    }
  }
}

/** In bits, because the rest of a double takes as long as all else here. */
const isMarked = (place: number): boolean => (place & (stride - 1)) === 0
