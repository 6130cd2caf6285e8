/**
 * What accounts state of themselves in one field (name, birth date, country, nationality, address,
 * employer). It is readable through `agree` and `conflict` alone: no code outside this class can see
 * a value, so no weight can depend on which country or name it is, only on who states the same.
 */
export class Stated {
  /** For each account the number of its value, -1 where it states none. */
  readonly #value: Int32Array
  readonly #holders: Uint32Array

  constructor(value: Int32Array) {
    this.#value = value
    let most = -1
    for (const each of value) if (each > most) most = each
    this.#holders = new Uint32Array(most + 1)
    for (const each of value) if (each >= 0) (this.#holders[each] as number)++
  }

  /** Both state it, and the same. */
  agree(a: number, b: number): boolean {
    const stated = this.#value[a] as number
    return stated >= 0 && stated === this.#value[b]
  }

  /** Both state it, and not the same. */
  conflict(a: number, b: number): boolean {
    const [left, right] = [this.#value[a] as number, this.#value[b] as number]
    return left >= 0 && right >= 0 && left !== right
  }

  /** How many accounts, this one included, agree with it; 0 where it states nothing. */
  holders(account: number): number {
    const stated = this.#value[account] as number
    return stated < 0 ? 0 : (this.#holders[stated] as number)
  }
}
