export * from './align.ts'
export * from './compare.ts'
export {
  compareReadNames,
  explainName,
  type NameComparison,
  nameWeight,
  nameWeightBeside,
} from './compare-names.ts'
export { conflictWeight } from './conflict/index.ts'
export { sayConfusables } from './confusable.ts'
export { editDistance, longestToken } from './edit-distance.ts'
export * from './fold.ts'
export { kinKeys } from './kin.ts'
export { latticeKeys } from './lattice/index.ts'
export { languages, type Name, readName } from './name.ts'
export { isForm, wholeNameKeys, wholeNameWeight } from './organisation/index.ts'
export * from './script.ts'
export * from './token.ts'
export * from './token-weights.ts'
export { nameWeights } from './weights.ts'
