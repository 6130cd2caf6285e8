export { countPatterns, toPatternAnswers } from './answer.ts'
export { findPatternsBeside, type Patterns } from './ask.ts'
export { busyFrom, depositCard, limitCards, patternCards } from './cards.ts'
