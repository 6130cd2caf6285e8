type Numbers = Int32Array | Float64Array

/** A column of numbers that grows as rows are added. */
export class Column {
  readonly #make: new (
    length: number,
  ) => Numbers
  #numbers: Numbers
  length = 0

  constructor(make: new (length: number) => Numbers) {
    this.#make = make
    this.#numbers = new make(1 << 12)
  }

  add(number: number): void {
    if (this.length === this.#numbers.length) {
      const wider = new this.#make(2 * this.length)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    this.#numbers[this.length++] = number
  }

  at(place: number): number {
    return this.#numbers[place] as number
  }
}
