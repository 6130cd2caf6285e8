import type { StateStatement } from '../model/index.ts'
import { detectSwitch, toFigures } from './switch/index.ts'
import type { FindSwitches, SwitchSeen } from './view.ts'

/**
 * Makes a detector of changed visa classes that looks at the same figures once, whatever the day, and
 * as often as what one new fact would change is asked.
 */
export const makeSwitchFinder = (): FindSwitches => {
  const kept = new Map<string, readonly SwitchSeen[]>()
  const serials = new WeakMap<StateStatement, number>()
  let last = 0
  const serialOf = (statement: StateStatement): number => {
    const serial = serials.get(statement) ?? ++last
    serials.set(statement, serial)
    return serial
  }
  return (figures) => {
    const key = figures.map(serialOf).join(' ')
    const seen = kept.get(key) ?? findSwitches(figures)
    kept.set(key, seen)
    return seen
  }
}

const findSwitches: FindSwitches = (figures) =>
  detectSwitch(toFigures(figures)).filter(({ kind }) => kind === 'switch')
