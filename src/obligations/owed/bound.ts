import { findSuccessor } from '../duties.ts'
import { type Duty, isInForce } from '../duty.ts'
import { toDay } from '../rule-date.ts'
import { findTrigger, statedDuties } from './rules.ts'

/** A duty that a state has a status under, with what the rules ask of it. */
export type Bound = {
  readonly duty: Duty
  /** First day of the resolution, in days since 1970-01-01. */
  readonly adopted: number
  /** Day by which it was to be done, where that is later than the adoption and the same for every member. */
  readonly due: string | undefined
  readonly dueDay: number | undefined
  /** What must happen first for it to bind. */
  readonly trigger: string | undefined
}

const all: readonly Bound[] = statedDuties.map((duty) => {
  const trigger = findTrigger(duty)
  const dated = trigger === undefined && duty.due?.rule !== 'adoption'
  const due = dated ? duty.due?.date : undefined
  return {
    duty,
    adopted: toDay(duty.instrument?.adopted ?? ''),
    due,
    dueDay: due === undefined ? undefined : toDay(due),
    trigger,
  }
})

const kept: { day?: number; bound: readonly Bound[] } = { bound: [] }

/** Duties in force on a day, less those that a later must leaves nothing of, by resolution and paragraph. */
export const boundOn = (day: number): readonly Bound[] => {
  if (kept.day === day) return kept.bound
  kept.day = day
  kept.bound = all.filter(
    ({ duty }) => isInForce(duty, day) && findSuccessor(duty, day) === undefined,
  )
  return kept.bound
}
