export { takeFacts } from './accounts/facts.ts'
export { kinds } from './accounts/fields.ts'
export { accountProps, takeHeld } from './accounts/held.ts'
export { isParquet } from './accounts/laid.ts'
export type { Keeping } from './accounts/normal.ts'
export { layObservations, looksLikeObservations } from './accounts/observation-file.ts'
export { movedKinds, movedOrder } from './chain/moved.ts'
export {
  type LeftOut,
  type LeftOut,
  type TakenTransfers,
  type TransferOptions,
  takeTransfers,
  takeTransfers,
} from './chain/take.ts'
export { looksLikeLabels, readLabels } from './labels/registry.ts'
export { findOperatorList, operatorLists, readOperatorList } from './networks/registry.ts'
export { openRecords } from './records/read.ts'
export { openStateStatements } from './states/read.ts'
export { looksLikeStateStatements } from './states/recognise.ts'
export { SeenStatements } from './states/seen.ts'
export { stateSource, stateStatements } from './states/source.ts'
export { toContractRow } from './states/write.ts'
export { sniffDelimiter } from './subjects/delimiter.ts'
export { openSubjects, type SubjectOptions } from './subjects/read.ts'
export { looksLikeSubjects } from './subjects/recognise.ts'
