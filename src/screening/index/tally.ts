import type { Millibits } from '../../model/index.ts'
import type { Unit } from './unit.ts'

/** Sums stop here, far above any floor: two bytes a name stay in the processor's own memory. */
const most = 0xffff

/**
 * What the units of a query give to each name at the most, kept between queries because a search
 * touches hundreds. A unit that meets a name twice counts twice there, which only loosens the bound.
 */
export class Tally {
  /** Names that were touched, `count` of them. */
  readonly touched: Int32Array
  count = 0
  readonly #sums: Uint16Array

  constructor(size: number) {
    this.touched = new Int32Array(size)
    this.#sums = new Uint16Array(size)
  }

  /** Touches every name. */
  touchAll(): void {
    this.#sums.fill(1)
    for (let name = 0; name < this.touched.length; name++) this.touched[name] = name
    this.count = this.touched.length
  }

  /** Gives each name that the unit meets the weight and what that spares, and touches it. */
  add(unit: Unit): void {
    this.#give(unit, true)
  }

  /** The same for names that were touched already. */
  addTouched(unit: Unit): void {
    this.#give(unit, false)
  }

  #give(
    { weighed: { ids, weights }, postings: { names, starts }, spared }: Unit,
    opens: boolean,
  ): void {
    const [sums, touched] = [this.#sums, this.touched]
    let count = this.count
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number
      const gain = (weights[k] as number) + spared
      const end = starts[id + 1] as number
      for (let p = starts[id] as number; p < end; p++) {
        const name = names[p] as number
        const sum = sums[name] as number
        if (sum === 0) {
          if (!opens) continue
          touched[count++] = name
        }
        sums[name] = Math.min(most, sum + gain)
      }
    }
    this.count = count
  }

  /** Lets go of the names that have gained less. */
  keep(least: Millibits): void {
    const [sums, touched] = [this.#sums, this.touched]
    const needed = Math.min(least, most)
    let kept = 0
    for (let t = 0; t < this.count; t++) {
      const name = touched[t] as number
      if ((sums[name] as number) >= needed) touched[kept++] = name
      else sums[name] = 0
    }
    this.count = kept
  }

  clear(): void {
    for (let t = 0; t < this.count; t++) this.#sums[this.touched[t] as number] = 0
    this.count = 0
  }
}
