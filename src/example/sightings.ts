import { Column } from './column.ts'

/** An account was given a value that others may be given too. */
export type Sighting = {
  readonly thing: number
  readonly number: number
  /** How often it was seen, 0 where that is still to be drawn. */
  readonly count: number
  /** The account uses it in place of a value of its own. */
  readonly alone: boolean
}

/** What accounts were given, kept as columns: rings and honest groups fill the same ones. */
export class Sightings {
  readonly #account = new Column(Int32Array)
  readonly #thing = new Column(Int32Array)
  readonly #number = new Column(Int32Array)
  readonly #count = new Column(Int32Array)
  readonly #alone = new Column(Int32Array)
  #start: Uint32Array | undefined
  #order: Uint32Array = new Uint32Array()

  add(account: number, { thing, number, count, alone }: Sighting): void {
    this.#start = undefined
    this.#account.add(account)
    this.#thing.add(thing)
    this.#number.add(number)
    this.#count.add(count)
    this.#alone.add(alone ? 1 : 0)
  }

  /** What one of so many accounts was given, in the order in which it was. */
  of(account: number, accounts: number): readonly Sighting[] {
    const start = this.#start ?? this.#sort(accounts)
    const found: Sighting[] = []
    for (let i = start[account] as number; i < (start[account + 1] as number); i++) {
      const row = this.#order[i] as number
      found.push({
        thing: this.#thing.at(row),
        number: this.#number.at(row),
        count: this.#count.at(row),
        alone: this.#alone.at(row) === 1,
      })
    }
    return found
  }

  #sort(accounts: number): Uint32Array {
    const rows = this.#account.length
    const start = new Uint32Array(accounts + 1)
    for (let row = 0; row < rows; row++) (start[this.#account.at(row) + 1] as number)++
    for (let a = 0; a < accounts; a++) (start[a + 1] as number) += start[a] as number
    const next = start.slice()
    this.#order = new Uint32Array(rows)
    for (let row = 0; row < rows; row++)
      this.#order[(next[this.#account.at(row)] as number)++] = row
    this.#start = start
    return start
  }
}
