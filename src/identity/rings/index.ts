export { type RingAnswer, toRingAnswers, type ValueAnswer } from './answer.ts'
export type { Decisions } from './decided.ts'
export { type KnownRing, keepIds } from './keep-ids.ts'
export { findRings, type Ring, type Rings } from './rings.ts'
