export { type TraceFrom, toHolderAnswers, toSummary } from './answer.ts'
export { exposeFlows, type Traced, traceFlows } from './ask.ts'
export { keepFlows } from './flow/keep.ts'
export type { CaseLink, CaseLinks, CasePattern, CaseTrail, FundsCase } from './funds-case.ts'
export { type HeldMoney, readHeldMoney, takeHeld } from './held.ts'
export { toLinkAnswers } from './link-answer.ts'
export { findLinks } from './links.ts'
export { type MoneyTrail, toMoneyTrail } from './money-trail.ts'
export { originOf } from './origin.ts'
export type { Group } from './owners.ts'
export {
  busyFrom,
  countPatterns,
  depositCard,
  findPatternsBeside,
  limitCards,
  type Patterns,
  patternCards,
  toPatternAnswers,
} from './patterns/index.ts'
export { fundsQuestion } from './question.ts'
export { type Policy, policies } from './rules/tracing.ts'
export type { Verified } from './rules/verified.ts'
export { findTheft } from './thefts.ts'
export type { AssetTrace } from './trace.ts'
export { unitOf } from './units.ts'
export type { Way } from './ways.ts'
