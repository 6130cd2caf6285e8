export { deadlines } from './calendar.ts'
export { duties, findDuty, showBearer } from './duties.ts'
export { type Duty, showParagraph } from './duty.ts'
export { type FactPattern, parseFacts } from './facts.ts'
export { findMemberState, isMemberOn, type MemberState, memberStates } from './member-states.ts'
export { readRegister } from './register.ts'
export { type DutyLine, findUnbound, routeDuties } from './router.ts'
export { toDay } from './rule-date.ts'
export {
  type EventKind,
  findEvents,
  type TimelineEvent,
  timeline,
  timelineSources,
} from './timeline.ts'
export { type WorldFigure, worldFigures } from './world-figures.ts'
