export { type Column as StateColumn, columns as stateColumns } from './states/columns.ts'
export {
  openStateStatements,
  type StateOptions,
  type StateRead,
  type StateStatements,
} from './states/read.ts'
export { looksLikeStateStatements } from './states/recognise.ts'
export { SeenStatements } from './states/seen.ts'
export { toContractRow } from './states/write.ts'
export { openSubjects, type SubjectOptions } from './subjects/read.ts'
export { looksLikeSubjects } from './subjects/recognise.ts'
