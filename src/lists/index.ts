/**
 * Official lists: which there are (`lists`), what lies in a folder of files (`surveyFolder`), the
 * newest of each in memory (`loadLists`) or in a workspace (`updateLists`, `currentLists`), how old
 * they are (`listStatus`, `folderStatus`) and what changed (`diffLists`). A body is a folder here and
 * a line in `registry.ts`.
 */
export { type Change, diffLists, type Entry, type ListDiff, type PropChange } from './diff.ts'
export type { Verdict } from './inspect.ts'
export { type Loaded, type LoadedList, loadLists } from './load.ts'
export type { Offer } from './offer.ts'
export type { Edition, ListFile, ListId, ListReader, Recognised } from './reader.ts'
export { type ListInfo, lists, readers } from './registry.ts'
export { starterPath } from './starter/index.ts'
export {
  explainAge,
  folderStatus,
  type ListStatus,
  listStatus,
  type StatusOptions,
} from './status.ts'
export { type Refusal, type Survey, type SurveyOptions, surveyFolder } from './survey.ts'
export { type Update, type Updated, type UpdateOptions, updateLists } from './update.ts'
export {
  currentLists,
  getListId,
  heldVersions,
  type OpenVersion,
  openListFile,
  openVersion,
} from './versions.ts'
