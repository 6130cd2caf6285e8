export { explainPair } from './explain.ts'
export { Gatherer } from './gather.ts'
export { labelPersons } from './labels.ts'
export { type CompareInThreads, type Linked, linkRows, linkRowsInThreads } from './link.ts'
export {
  type ComparedPiece,
  PairComparer,
  PairsBuilder,
  type PairsJob,
  type Piece,
} from './pairs.ts'
export { samePerson } from './question.ts'
export { pairsOfRows } from './row-pairs.ts'
export type { RecordKind } from './rules/kinds.ts'
export { identifying } from './rules/values.ts'
