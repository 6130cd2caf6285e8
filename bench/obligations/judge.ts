import type { Contradiction } from '../../src/obligations/contradictions/contradiction.ts'
import type { Planted } from './plant.ts'

/** What became of planted conflicts, by kind. */
export type Tally = { planted: number; found: number; told: number; false: number }

/** Adds to the tallies what was planted, found, told, and told of nothing that was planted. */
export const judge = (
  tallies: Map<string, Tally>,
  planted: readonly Planted[],
  told: readonly Contradiction[],
): void => {
  const of = (kind: string): Tally => {
    const tally = tallies.get(kind) ?? { planted: 0, found: 0, told: 0, false: 0 }
    tallies.set(kind, tally)
    return tally
  }
  const made = new Set(planted.flatMap(({ ids }) => ids))
  for (const { kind, ids } of planted) {
    of(kind).planted++
    if (told.some((one) => one.kind === kind && ids.every((id) => one.statements.includes(id))))
      of(kind).found++
  }
  for (const { kind, statements } of told) {
    of(kind).told++
    if (!statements.some((id) => made.has(id))) of(kind).false++
  }
}
