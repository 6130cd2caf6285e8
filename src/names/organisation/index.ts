export { canonicalTokens, translateWords } from './words.ts'
