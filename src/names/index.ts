export * from './align.ts'
export * from './compare.ts'
export {
  compareReadNames,
  explainName,
  type NameComparison,
  type NamePart,
  nameWeight,
  nameWeightBeside,
} from './compare-names.ts'
export { conflictWeight } from './conflict.ts'
export { confusables, sayConfusables } from './confusable.ts'
export { longestToken } from './edit-distance.ts'
export * from './fold.ts'
export { kinKeys } from './kin.ts'
export { latticeKeys, type Reading } from './lattice/index.ts'
export { languages, type Name, readingsOf, readName } from './name.ts'
export { normalise } from './normalise.ts'
export { wholeNameKeys, wholeNameWeight } from './organisation/index.ts'
export * from './script.ts'
export * from './token.ts'
export * from './token-weights.ts'
export { nameWeights } from './weights.ts'
