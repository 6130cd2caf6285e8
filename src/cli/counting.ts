import type { Progress } from './terminal/progress.ts'
import type { Tell } from './terminal/tell.ts'

/** Progress of work that reports how far it is, step after step, rather than how much was added. */
export interface Counting {
  /** The step that is under way, how much of it is done, and how much there is. */
  reach(label: string, done: number, total?: number): void
  end(): void
}

export const countUp = (tell: Tell, label: string, unit: string): Counting => {
  let progress: Progress = tell.progress(label, { unit })
  let current = label
  let before = 0
  return {
    reach: (step, done, total) => {
      if (step !== current) {
        progress.end()
        progress = tell.progress(step, { unit, ...(total ? { total } : {}) })
        current = step
        before = 0
      }
      progress.advance(done - before)
      before = done
    },
    end: () => progress.end(),
  }
}
