import type { Updated } from '../lists/index.ts'
import type { Tell } from './terminal/tell.ts'

/** Says what became of each file of a folder of lists. */
export const tellVerdicts = (tell: Tell, verdicts: Updated['verdicts']): void => {
  for (const { path, state, why } of verdicts) {
    const line = `${state}: ${path}: ${why}`
    if (state === 'refused') tell.warn(line)
    else if (state === 'ignored') tell.detail(line)
    else tell.say(line)
  }
}
