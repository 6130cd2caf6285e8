import type { Progress } from './terminal/progress.ts'
import type { Tell } from './terminal/tell.ts'

/** Progress of work that reports how far it is, step after step, rather than how much was added. */
export interface Counting {
  /** The step that is under way, and how much of it is done. */
  reach(label: string, done: number): void
  end(): void
}

export const countUp = (tell: Tell, label: string, unit: string): Counting => {
  let progress: Progress = tell.progress(label, { unit })
  let current = label
  let before = 0
  return {
    reach: (step, done) => {
      if (step !== current) {
        progress.end()
        progress = tell.progress(step, { unit })
        current = step
        before = 0
      }
      progress.advance(done - before)
      before = done
    },
    end: () => progress.end(),
  }
}
