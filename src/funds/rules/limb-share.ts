import { add, join, type Limbs, limb, split } from './limbs.ts'

/** Digits of 25 bits: four make an amount, and sums of a few of their products are exact as doubles. */
const digit = 2 ** 25

/** Finds shares of amounts in limbs. */
export class LimbShare {
  readonly #amount = new Float64Array(4)
  readonly #part = new Float64Array(4)
  readonly #whole = new Float64Array(4)
  readonly #product = new Float64Array(7)
  readonly #share: Limbs = new Float64Array(2)
  readonly #digits = new Float64Array(4)
  readonly #taken = new Float64Array(7)

  /**
   * Writes the exact floor of amount * part / whole over `amount`; `whole`, which is the greatest, lies at
   * a place of `record`, and `part` after it. An estimate is put right by what remains, which is exact in
   * digits: as a double its sign is right, and its size to a part in 2^50. Once that is above 0 and clear
   * of `whole`, the floor is found; where it never gets clear, big integers find it.
   */
  find(amount: Limbs, record: Limbs, at: number): void {
    cut(this.#amount, amount, 0)
    cut(this.#whole, record, at)
    cut(this.#part, record, at + 2)
    multiply(this.#product, this.#amount, this.#part)
    const whole = toDouble(record, at)
    this.#share.fill(0)
    let more = (toDouble(amount, 0) / whole) * toDouble(record, at + 2)
    for (let round = 0; round < 4; round++) {
      const step = Math.floor(more)
      const high = Math.floor(step / limb)
      add(this.#share, 0, high, step - high * limb)
      const rest = this.#rest()
      more = rest / whole
      if (rest < 0 || more >= 1 - 2 ** -40) continue
      amount.set(this.#share)
      return
    }
    split((join(amount, 0) * join(record, at + 2)) / join(record, at), amount, 0)
  }

  /** What is left of the product after the share of the whole. */
  #rest(): number {
    const taken = this.#taken
    cut(this.#digits, this.#share, 0)
    multiply(taken, this.#digits, this.#whole)
    let carry = 0
    for (let i = 0; i < taken.length; i++) {
      const sum = (this.#product[i] as number) - (taken[i] as number) + carry
      carry = Math.floor(sum / digit)
      taken[i] = sum - carry * digit
    }
    let rest = carry
    for (let i = taken.length - 1; i >= 0; i--) rest = rest * digit + (taken[i] as number)
    return rest
  }
}

const toDouble = (limbs: Limbs, at: number): number =>
  (limbs[at] as number) * limb + (limbs[at + 1] as number)

const cut = (digits: Float64Array, limbs: Limbs, at: number): void => {
  const high = limbs[at] as number
  const low = limbs[at + 1] as number
  digits[3] = Math.floor(high / digit)
  digits[2] = high - digits[3] * digit
  digits[1] = Math.floor(low / digit)
  digits[0] = low - digits[1] * digit
}

/** Written out, because as two loops it takes most of the time of a trace. */
const multiply = (product: Float64Array, one: Float64Array, other: Float64Array): void => {
  const a = one[0] as number
  const b = one[1] as number
  const c = one[2] as number
  const d = one[3] as number
  const e = other[0] as number
  const f = other[1] as number
  const g = other[2] as number
  const h = other[3] as number
  product[0] = a * e
  product[1] = a * f + b * e
  product[2] = a * g + b * f + c * e
  product[3] = a * h + b * g + c * f + d * e
  product[4] = b * h + c * g + d * f
  product[5] = c * h + d * g
  product[6] = d * h
}
