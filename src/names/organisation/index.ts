export { isTelling, type Role, roleOf } from './role.ts'
export { translateWords } from './scripts.ts'
export { organisationWeights } from './weights.ts'
export { canonicalTokens } from './words.ts'
