import { type Flow, moveKinds, nobody } from '../../flow/flow.ts'
import { type Carried, markedPlaces } from '../carried.ts'
import { pick, pickBytes } from '../pick.ts'
import { nowhere } from '../purses.ts'
import { seed, stop } from '../roles.ts'
import { placeOf as policyOf } from '../share.ts'
import { isIdle, sourceOf } from '../source.ts'
import { Sums } from '../sums.ts'
import type { Tracing } from '../tracing.ts'
import { Carriers } from './carriers.ts'
import { CountedLots } from './counted-lots.ts'
import { heldBefore, type IndexedFlow, placeOf } from './indexed-flow.ts'
import { Known } from './known.ts'
import { Pending } from './pending.ts'

const fee = moveKinds.indexOf('fee')

/** The purse of nobody: what is on the way while it is not known whether it carries some. */
const hand = 0

/** In place of the place of a send where no more comes. */
const never = 0xffff_ffff

/** The share of places to look at that may be looked at before any move is passed. */
const atFirst = 1 / 16

/** Purses that there is room for at first. */
const room = 64

/** What a trace is asked through an indexed flow, which knows what addresses held at first. */
type Asked = Omit<Tracing, 'initial'>

/** What a trace found, and how many places of moves it passed while their addresses held some of it. */
export type Followed = Carried & { readonly touched: number }

/**
 * Gives what `spread` gives, and looks only at moves of addresses while they hold tainted value. What an
 * address held before its first was clean, one lot under FIFO; how much is known from its own moves. Its
 * next send then waits in a queue, and what comes clean until then is added up when the send is made. One
 * that has no tainted value left is forgotten.
 * @param most places of moves to pass before it gives up and returns nothing, or earlier where as many are
 * to come: what spreads over most of a flow is traced faster through all of it
 */
export const follow = (indexed: IndexedFlow, asked: Asked, most: number): Followed | undefined => {
  const course = new SparseCourse(indexed, asked)
  return course.run(most) ? course.found() : undefined
}

class SparseCourse {
  readonly #indexed: IndexedFlow
  readonly #asked: Asked
  readonly #pending: Pending
  readonly #known: Known
  readonly #purses: Sums | CountedLots
  readonly #carriers: Carriers = new Carriers()
  #seeded = 0
  #burned = 0
  #fees = 0
  #touched = 0

  constructor(indexed: IndexedFlow, asked: Asked) {
    const { policy } = asked
    this.#indexed = indexed
    this.#asked = asked
    this.#pending = new Pending(indexed.flow.src.length)
    this.#known = new Known(indexed.flow.addresses)
    this.#purses = policy === 'fifo' ? new CountedLots(room) : new Sums(room, policyOf[policy])
  }

  /** Whether it came to the end before it had looked at more than so many places, or more than so many were to come. */
  run(most: number): boolean {
    const { flow, begin } = this.#indexed
    const { seeds, seedMoves, stops } = this.#asked
    for (const address of markedPlaces(seeds)) {
      const purse = this.#purseOf(address, seed + (stops[address] === 1 ? stop : 0))
      this.#await(purse, begin[address] as number)
    }
    for (const move of markedPlaces(seedMoves)) {
      const isMove =
        flow.amount[move] !== 0 && !isIdle(sourceAt(flow, move), flow.dst[move] as number)
      if (isMove) this.#pending.add(move)
    }
    const first = this.#pending.take()
    // What spreads does so faster and faster: at an early move few places may have been looked at.
    const slope = (most * (1 - atFirst)) / (flow.src.length - first)
    for (let move = first; move >= 0; move = this.#pending.take()) {
      if (this.#touched > most * atFirst + slope * (move - first)) return false
      this.#make(move)
    }
    return true
  }

  /** Makes a move that a seed or an address with tainted value sends, or that is a seed itself. */
  #make(move: number): void {
    const { dst, kind } = this.#indexed.flow
    const known = this.#known
    const giver = known.purse(sourceAt(this.#indexed.flow, move))
    const to = kind[move] === fee ? nobody : (dst[move] as number)
    const role = known.role(giver)
    const begins = (role & seed) !== 0 || this.#asked.seedMoves?.[move] === 1
    const gives = giver !== hand && (role & stop) === 0 && this.#purses.taintedAt(giver) > 0
    if (gives) this.#catchUp(giver, move)
    if (begins) this.#begin(move, to, gives ? giver : hand)
    else if (this.#isEnd(to)) this.#end(move, to, giver)
    else this.#pass(move, to, giver)
    if (gives) this.#settle(giver)
    if (role & seed || (gives && this.#purses.taintedAt(giver) > 0))
      this.#await(giver, known.next(giver) + 1)
  }

  /** All of a move is tainted: what its purse, if any, gives and the rest, newly seeded. */
  #begin(move: number, to: number, purse: number): void {
    const whole = this.#indexed.flow.amount[move] as number
    this.#seeded += whole - (purse === hand ? 0 : this.#purses.send(purse, nowhere, whole))
    const giver = this.#known.purse(sourceAt(this.#indexed.flow, move))
    if (this.#isEnd(to)) {
      this.#book(move, to, whole)
      this.#carriers.add({ move, giver, taker: this.#known.purse(to), begins: 1 }, whole)
      return
    }
    const taker = this.#ready(to, move)
    this.#purses.put(taker, whole, true)
    this.#carriers.add({ move, giver, taker, begins: 1 }, whole)
  }

  #end(move: number, to: number, giver: number): void {
    const part = this.#purses.send(giver, nowhere, this.#indexed.flow.amount[move] as number)
    if (part === 0) return
    this.#book(move, to, part)
    this.#carriers.add({ move, giver, taker: this.#known.purse(to), begins: 0 }, part)
  }

  #isEnd(to: number): boolean {
    return to === nobody || this.#asked.stops[to] === 1
  }

  /** Books what comes to nobody or to a stop. */
  #book(move: number, to: number, part: number): void {
    if (to !== nobody) this.#purses.put(this.#purseOf(to, stop), part, true)
    else if (this.#indexed.flow.kind[move] === fee) this.#fees += part
    else this.#burned += part
  }

  #pass(move: number, to: number, giver: number): void {
    const purses = this.#purses
    const whole = this.#indexed.flow.amount[move] as number
    let taker = this.#known.purse(to)
    const holds = taker !== hand && purses.taintedAt(taker) > 0
    if (holds) this.#catchUp(taker, move)
    const part = purses.send(giver, holds ? taker : hand, whole)
    if (!holds) {
      if (part > 0) taker = this.#ready(to, move)
      purses.send(hand, part > 0 ? taker : nowhere, whole)
    }
    if (part > 0) this.#carriers.add({ move, giver, taker, begins: 0 }, part)
  }

  /** Forgets a purse that has no tainted value left. */
  #settle(purse: number): void {
    if (this.#purses.taintedAt(purse) === 0)
      this.#purses.send(purse, nowhere, Number.POSITIVE_INFINITY)
  }

  #purseOf(address: number, role: number): number {
    const purse = this.#known.add(address, role)
    if (this.#known.count > this.#purses.room) this.#purses.grow(2 * this.#purses.room)
    return purse
  }

  /** The purse of an address that a move brings tainted value, with all that came before. */
  #ready(address: number, move: number): number {
    const purse = this.#purseOf(address, 0)
    if (this.#purses.taintedAt(purse) > 0) {
      this.#catchUp(purse, move)
      return purse
    }
    const place = placeOf(this.#indexed, address, move)
    this.#await(purse, place + 1)
    if (!this.#matters(purse)) return purse
    const held = heldBefore(this.#indexed, address, place)
    if (held > 0) this.#purses.put(purse, held, false)
    this.#known.setAt(purse, place + 1)
    return purse
  }

  /** Whether it matters what clean value a purse holds: not where nothing more is sent, save under poison. */
  #matters(purse: number): boolean {
    return this.#known.next(purse) !== never || this.#asked.policy === 'poison'
  }

  /** Adds clean value that came since, up to a move of the same address. */
  #catchUp(purse: number, move: number): void {
    if (!this.#matters(purse)) return
    const { flow, own } = this.#indexed
    const from = this.#known.at(purse)
    let sum = 0
    let at = from
    for (; (own[at] as number) >>> 1 < move; at++)
      sum += flow.amount[(own[at] as number) >>> 1] as number
    this.#touched += at - from
    this.#known.setAt(purse, at + 1)
    if (sum > 0) this.#purses.put(purse, sum, false)
  }

  /** Waits for the next send of an address at or after one of its places. */
  #await(purse: number, place: number): void {
    const { begin, own } = this.#indexed
    const end = begin[this.#known.address(purse) + 1] as number
    let at = place
    while (at < end && (own[at] as number) & 1) at++
    this.#touched += at + 1 - place
    this.#known.setNext(purse, at < end ? at : never)
    if (at < end) this.#pending.add((own[at] as number) >>> 1)
  }

  found(): Followed {
    const { flow } = this.#indexed
    const { policy } = this.#asked
    const address = this.#known.addresses()
    const tainted = new Float64Array(address.length)
    let held = 0
    let booked = 0
    for (let i = 0; i < address.length; i++) {
      const isStop = (this.#known.role(i + 1) & stop) !== 0
      if (policy === 'poison' && !isStop) this.#finish(i + 1)
      const amount = this.#purses.taintedAt(i + 1)
      tainted[i] = amount
      if (isStop) booked += amount
      else held += amount
    }
    const { move, src, dst, begins, moved } = this.#carriers.lists()
    return {
      flow: {
        addresses: address.length,
        src,
        dst,
        kind: pickBytes(flow.kind, move),
        amount: pick(flow.amount, move),
      },
      address,
      move,
      begins,
      spread: {
        tainted,
        moved,
        seeded: BigInt(this.#seeded),
        held: BigInt(held),
        stopped: BigInt(booked + this.#burned),
        burned: BigInt(this.#burned),
        fees: BigInt(this.#fees),
      },
      touched: this.#touched,
    }
  }

  /** Under poison all that came after the last send is tainted too. */
  #finish(purse: number): void {
    if (this.#purses.taintedAt(purse) === 0) return
    const { flow, begin, own } = this.#indexed
    const end = begin[this.#known.address(purse) + 1] as number
    let sum = 0
    for (let at = this.#known.at(purse); at < end; at++)
      sum += flow.amount[(own[at] as number) >>> 1] as number
    if (sum > 0) this.#purses.put(purse, sum, false)
  }
}

const sourceAt = ({ src, kind }: Flow, move: number): number =>
  sourceOf(src[move] as number, kind[move] as number)
