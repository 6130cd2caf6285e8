/** A list of whole numbers that grows without an object for each. */
export class Ints {
  #data: Int32Array<ArrayBuffer>
  length = 0

  constructor(room = 1024) {
    this.#data = new Int32Array(room)
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.length++] = value
  }

  append(values: Int32Array): void {
    const length = this.length + values.length
    if (length > this.#data.length) {
      const larger = new Int32Array(Math.max(length, this.#data.length * 2))
      larger.set(this.view())
      this.#data = larger
    }
    this.#data.set(values, this.length)
    this.length = length
  }

  /** The numbers so far; a view that the next `push` may leave behind. */
  view(): Int32Array {
    return this.#data.subarray(0, this.length)
  }
}
