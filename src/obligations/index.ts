export { type StatusAnswer, toStatusAnswer } from './answer.ts'
export { type Deadline, deadlines } from './calendar.ts'
export { type Cohort, cohortsOf } from './cohort.ts'
export type { Contradiction } from './contradictions/contradiction.ts'
export { duties, findDuty, showBearer } from './duties.ts'
export { type Duty, showParagraph } from './duty.ts'
export { type FactPattern, parseFacts } from './facts.ts'
export { makeSwitchFinder } from './find-switch.ts'
export type { Flip } from './flips.ts'
export { showHeadcount } from './headcount.ts'
export { type Idle, idleOf } from './idle.ts'
export { type Income, incomesOf } from './income.ts'
export { findMemberState, memberStates } from './member-states.ts'
export type { Cell, Proof } from './proof.ts'
export { obligations } from './question.ts'
export { readRegister } from './register.ts'
export { type DutyLine, findUnbound, routeDuties } from './router.ts'
export { fromDay, toDay } from './rule-date.ts'
export { type Status, statusOf, toDossiers } from './status.ts'
export { labelTexts } from './status-rules.ts'
export { detectSwitch, type SwitchFigure, type SwitchFinding, toFigures } from './switch/index.ts'
export {
  type EventKind,
  findEvents,
  type TimelineEvent,
  timelineSources,
} from './timeline.ts'
export { worldFigures } from './world-figures.ts'
