import type { StateStatement } from '../model/index.ts'
import { detectSwitch, toFigures } from './switch/index.ts'
import type { FindSwitch, SwitchSeen } from './view.ts'

/**
 * Whether the figures of a state show by a day that other visas took the place of work visas. All the
 * figures count for the answer, because each may explain the others.
 */
export const findSwitchInFigures: FindSwitch = (series, on) => {
  const figures = toFigures(series)
  const found = detectSwitch(figures).find(({ kind, by }) => kind === 'switch' && by <= on)
  return {
    indicated: found !== undefined,
    says: found ? found.says : `no switch is seen in ${figures.length} figures`,
    statements: found ? found.statements : [],
  }
}

/** The same detector, asked once for the same figures and day. */
export const rememberSwitches = (find: FindSwitch): FindSwitch => {
  const kept = new Map<string, SwitchSeen>()
  return (series: readonly StateStatement[], on) => {
    const key = `${on} ${series.map(({ id }) => id).join(' ')}`
    const seen = kept.get(key) ?? find(series, on)
    kept.set(key, seen)
    return seen
  }
}
