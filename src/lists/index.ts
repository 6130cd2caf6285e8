/**
 * Official lists: which there are (`lists`), what lies in a folder of files (`surveyFolder`), the
 * newest of each in memory (`loadLists`) or in a workspace (`updateLists`, `currentLists`), how old
 * they are (`listStatus`, `folderStatus`) and what changed (`diffLists`). A body is a folder here and
 * a line in `registry.ts`.
 */
export { diffLists, type ListDiff } from './diff.ts'
export { type LoadedList, loadLists } from './load.ts'
export type { ListId } from './reader.ts'
export { lists, readers } from './registry.ts'
export { starterPath } from './starter/index.ts'
export { explainAge, folderStatus, type ListStatus, listStatus } from './status.ts'
export { surveyFolder } from './survey.ts'
export { type Update, type Updated, updateLists } from './update.ts'
export {
  currentLists,
  getListId,
  heldVersions,
  type OpenVersion,
  openListFile,
  openVersion,
} from './versions.ts'
