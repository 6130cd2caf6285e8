import { instant, opened, today } from './calendar.ts'
import { Column } from './column.ts'
import { hex, mix } from './dice.ts'
import { things } from './things.ts'

export type TransferRow = {
  readonly time: string
  readonly block: string
  readonly tx: string
  readonly index: string
  readonly src: string
  readonly dst: string
  readonly asset: string
  /** Base units: millionths. */
  readonly amount: string
}

/** Blocks come every twelve seconds. */
const blocksPerMinute = 5

/** Moves of one asset between wallets, kept as columns until they are written by time. */
export class Moves {
  readonly #at = new Column(Int32Array)
  readonly #from = new Column(Int32Array)
  readonly #to = new Column(Int32Array)
  readonly #amount = new Column(Float64Array)
  readonly #token = new Column(Int32Array)

  /**
   * Adds a move, unless it is of a time that the data does not reach, and tells whether it did. `token` 0
   * is the stablecoin, another number a token that somebody made up.
   */
  add(at: number, from: number, to: number, amount: number, token = 0): boolean {
    if (at >= today) return false
    this.#at.add(at)
    this.#from.add(from)
    this.#to.add(to)
    this.#amount.add(amount)
    this.#token.add(token)
    return true
  }

  *rows(seed: number): Generator<TransferRow> {
    let [block, index] = [0, 0]
    for (const row of this.#byTime()) {
      const here = (this.#at.at(row) - opened) * blocksPerMinute
      index = here === block ? index + 1 : 0
      block = here
      yield {
        time: instant(this.#at.at(row)),
        block: String(block),
        tx: transaction(seed, row),
        index: String(index),
        src: walletText(seed, this.#from.at(row)),
        dst: walletText(seed, this.#to.at(row)),
        asset: tokenText(seed, this.#token.at(row)),
        amount: String(this.#amount.at(row)),
      }
    }
  }

  /** Rows by minute, those of one minute as they were added: counted, because minutes are few. */
  #byTime(): Uint32Array {
    const next = new Uint32Array(today - opened + 1)
    for (let row = 0; row < this.#at.length; row++)
      (next[this.#at.at(row) - opened + 1] as number)++
    for (let minute = 0; minute < next.length - 1; minute++)
      (next[minute + 1] as number) += next[minute] as number
    const order = new Uint32Array(this.#at.length)
    for (let row = 0; row < this.#at.length; row++)
      order[(next[this.#at.at(row) - opened] as number)++] = row
    return order
  }
}

/** The made-up stablecoin, which moves all money of the example. */
export const stablecoin = 'USDX'

/** Amounts are millionths. */
export const stablecoinDecimals = 6

/** A wallet by its number, or, below zero, an address that was made to look like that wallet. */
const walletText = (seed: number, number: number): string => {
  if (number >= 0) return things.wallet.text(seed, number)
  const [genuine, other] = [
    things.wallet.text(seed, -number),
    things.wallet.text(seed + 1, -number),
  ]
  // People look at the first and the last digits.
  return genuine.slice(0, 5) + other.slice(5, -4) + genuine.slice(-4)
}

const tokenText = (seed: number, token: number): string =>
  token === 0 ? stablecoin : things.wallet.text(seed + 2, token)

const transaction = (seed: number, row: number): string =>
  `0x${hex(mix(seed, 501, row))}${hex(mix(seed, 502, row))}`
