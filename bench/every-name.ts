import type { Millibits } from '../src/model/index.ts'
import {
  alignmentWeight,
  information,
  joinedWeight,
  joinTokens,
  nameWeights,
  tokenWeight,
  wholeName,
} from '../src/names/index.ts'

/**
 * The same comparison with every name and no index: each token of the query is weighed against the
 * whole vocabulary, each name is aligned. It leaves out only work that gives the same number twice.
 */
export class EveryName {
  readonly #names: readonly (readonly string[])[]
  readonly #ids = new Map<string, number>()
  readonly #tokens: readonly Int32Array[]
  readonly #infos: readonly (readonly Millibits[])[]
  readonly #vocabulary: string[] = []

  constructor(names: readonly (readonly string[])[]) {
    this.#names = names
    this.#tokens = names.map((name) => Int32Array.from(name, (token) => this.#intern(token)))
    this.#infos = names.map((name) => name.map(information))
  }

  find(query: readonly string[], floor: Millibits): { name: number; millibits: Millibits }[] {
    const single = query.map((token) => this.#weigh((other) => tokenWeight(token, other)))
    const left = query.map((token, i) => {
      const next = query[i + 1]
      if (next === undefined || joinTokens(token, next) === undefined) return undefined
      return this.#weigh((other) => joinedWeight(token, next, other))
    })
    const infos = query.map(information)
    const whole = wholeName(query)
    const hits: { name: number; millibits: Millibits }[] = []
    this.#names.forEach((name, n) => {
      const tokens = this.#tokens[n] as Int32Array
      const millibits = alignmentWeight(infos, this.#infos[n] as readonly Millibits[], (add) => {
        for (let i = 0; i < query.length; i++)
          for (let j = 0; j < name.length; j++) {
            const id = tokens[j] as number
            add(i, j, 1, 1, single[i]?.[id] ?? 0)
            add(i, j, 2, 1, left[i]?.[id] ?? 0)
            if (j + 1 < name.length)
              add(
                i,
                j,
                1,
                2,
                joinedWeight(name[j] as string, name[j + 1] as string, query[i] as string),
              )
          }
      })
      const equal = name.length === query.length && wholeName(name) === whole
      const weight = equal ? Math.max(millibits, nameWeights.whole) : millibits
      if (weight >= floor) hits.push({ name: n, millibits: weight })
    })
    return hits
  }

  #weigh(weigh: (token: string) => Millibits): Int32Array {
    return Int32Array.from(this.#vocabulary, weigh)
  }

  #intern(token: string): number {
    const known = this.#ids.get(token)
    if (known !== undefined) return known
    this.#ids.set(token, this.#vocabulary.length)
    return this.#vocabulary.push(token) - 1
  }
}
