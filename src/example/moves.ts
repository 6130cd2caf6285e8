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

  /** Adds a move, unless it is of a time that the data does not reach. */
  add(at: number, from: number, to: number, amount: number): void {
    if (at >= today) return
    this.#at.add(at)
    this.#from.add(from)
    this.#to.add(to)
    this.#amount.add(amount)
  }

  *rows(seed: number): Generator<TransferRow> {
    const order = Uint32Array.from({ length: this.#at.length }, (_, row) => row)
    order.sort((a, b) => this.#at.at(a) - this.#at.at(b) || a - b)
    const wallet = (number: number): string => things.wallet.text(seed, number)
    let [block, index] = [0, 0]
    for (const row of order) {
      const here = (this.#at.at(row) - opened) * blocksPerMinute
      index = here === block ? index + 1 : 0
      block = here
      yield {
        time: instant(this.#at.at(row)),
        block: String(block),
        tx: transaction(seed, row),
        index: String(index),
        src: wallet(this.#from.at(row)),
        dst: wallet(this.#to.at(row)),
        asset: 'USDX',
        amount: String(this.#amount.at(row)),
      }
    }
  }
}

const transaction = (seed: number, row: number): string => {
  let text = '0x'
  for (let i = 0; i < 8; i++) text += hex(mix(seed, 501 + i, row))
  return text
}
