import type { StateStatement } from '../../model/index.ts'
import { digestOf } from './statement.ts'

/** Statements that have come, by id: one id may stand for one content only, over all files of a run. */
export class SeenStatements {
  readonly #seen = new Map<string, { readonly digest: string; readonly place: string }>()

  /** Why a statement may not be taken; undefined where it is new, and takes it. */
  take(statement: StateStatement, place: string): string | undefined {
    const digest = digestOf(statement)
    const before = this.#seen.get(statement.id)
    if (!before) {
      this.#seen.set(statement.id, { digest, place })
      return undefined
    }
    return before.digest === digest
      ? `the same statement stands in ${before.place}`
      : `the id ${statement.id} stands for another statement in ${before.place}`
  }
}
