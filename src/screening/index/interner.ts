/** Gives each text a number, in the order in which they come. */
export class Interner {
  readonly keys: string[] = []
  readonly #ids = new Map<string, number>()

  intern(key: string): number {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.keys.length)
    return this.keys.push(key) - 1
  }
}
