import type { TruthRow } from '../../src/example/index.ts'
import { type Score, score } from './score.ts'

/** Answers about several platforms, scored as if they were one. */
export class Pool {
  readonly #truth: TruthRow[] = []
  readonly #groups = new Map<string, string>()

  add(platform: string, truth: readonly TruthRow[], groups: ReadonlyMap<string, string>): void {
    const here = (text: string): string => (text === '' ? '' : `${platform} ${text}`)
    for (const row of truth) {
      const group = groups.get(row.account)
      const [account, ring, operator] = [row.account, row.ring, row.operator].map(here)
      // An account that nobody has to tell apart again needs no name of its own.
      const named = { account, ring, operator } as Pick<TruthRow, 'account' | 'ring' | 'operator'>
      this.#truth.push(row.ring === '' && group === undefined ? row : { ...row, ...named })
      if (group !== undefined) this.#groups.set(here(row.account), here(group))
    }
  }

  score(): Score {
    return score(this.#truth, this.#groups)
  }
}
