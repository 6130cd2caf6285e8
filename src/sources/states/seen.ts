import type { StateStatement } from '../../model/index.ts'
import { digestOf } from './statement.ts'

/** Statements that have come, by id: one id may stand for one content only, over all files of a run. */
export class SeenStatements {
  readonly #seen = new Map<string, { readonly statement: StateStatement; readonly place: string }>()

  /** Why a statement may not be taken; undefined where it is new, and takes it. */
  take(statement: StateStatement, place: string): string | undefined {
    const before = this.#seen.get(statement.id)
    if (!before) {
      this.#seen.set(statement.id, { statement, place })
      return undefined
    }
    return digestOf(before.statement) === digestOf(statement)
      ? `the same statement stands in ${before.place}`
      : `the id ${statement.id} stands for another statement in ${before.place}`
  }
}
