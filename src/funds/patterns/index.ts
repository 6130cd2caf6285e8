export { countPatterns, type PatternAnswer, toPatternAnswers } from './answer.ts'
export { findPatternsBeside, findPatternsOf, type Patterns } from './ask.ts'
export { busyFrom, depositCard, limitCards, patternCards } from './cards.ts'
export { addressesOfPaths, addressesOfTrace, type Touched } from './touched.ts'
