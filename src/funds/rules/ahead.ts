import { type Flow, nobody } from '../flow/flow.ts'

/** Moves whose ends are read before the first of them is made. */
export const batch = 64

/** Places that are read between two looks at the list itself. */
const round = 8

/**
 * Reads places of memory for no other reason than that they are then near when moves need them. Between
 * moves, whose ways part by what is read, each wait for memory would be for itself; here they overlap. How
 * many do is a matter of reads in between, since a processor waits for a few dozen at a time: so eight places
 * are read for each time that the list is checked.
 */
export class Ahead {
  readonly #places: Int32Array
  #count = 0

  /** @param most places that are added before they are read */
  constructor(most: number) {
    this.#places = new Int32Array(most + round)
  }

  add(place: number): void {
    this.#places[this.#count++] = place
  }

  /** Adds the records of both ends of moves, which are so many numbers wide. */
  addEnds(
    { src, dst }: Pick<Flow, 'src' | 'dst'>,
    width: number,
    begin: number,
    end: number,
  ): void {
    for (let i = begin; i < end; i++) {
      const from = src[i] as number
      const to = dst[i] as number
      if (from !== nobody) this.add(width * from)
      if (to !== nobody) this.add(width * to)
    }
  }

  /** Reads all places that were added. */
  read(list: Float64Array): void {
    const places = this.#places
    const count = this.#count
    places.fill(0, count, count + round)
    let seen = 0
    for (let i = 0; i < count; i += round) {
      const one = (list[places[i] as number] as number) + (list[places[i + 1] as number] as number)
      const two =
        (list[places[i + 2] as number] as number) + (list[places[i + 3] as number] as number)
      const three =
        (list[places[i + 4] as number] as number) + (list[places[i + 5] as number] as number)
      const four =
        (list[places[i + 6] as number] as number) + (list[places[i + 7] as number] as number)
      seen += one + two + (three + four)
    }
    // Written down, because a compiler leaves out reading what nobody wants.
    places[count] = seen
    this.#count = 0
  }
}
