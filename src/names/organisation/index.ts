export { translateWords } from './scripts.ts'
export { canonicalTokens } from './words.ts'
