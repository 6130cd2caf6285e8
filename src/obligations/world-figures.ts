import table from '../../data/world-figures.json' with { type: 'json' }
import type { StateStatement } from '../model/index.ts'

/** A claim about the world or an unnamed state; it counts for no state. */
export type WorldFigure = Omit<StateStatement, 'state' | 'prop' | 'relation' | 'target'> & {
  /** What it is about: reports, workers, revenue, … */
  readonly about: string
}

/** World totals and filing counts, from `data/world-figures.json`. */
export const worldFigures: readonly WorldFigure[] = table.figures as readonly WorldFigure[]
