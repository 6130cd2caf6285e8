/**
 * The workspace: a folder with `muster.toml` and one DuckDB file that holds every fact, who said it
 * and when, what could not be read, the versions of lists, the findings and the cases.
 *
 * `findWorkspace` → `openWorkspace`, `createWorkspace` or `openTemporaryWorkspace`; then
 * `importSources` takes files in, `recordsOf` and `entitiesOf` give them back as entities,
 * `keepFindings` and `keepCases` keep what was found. `close()` when done.
 */
export { type HeldAddress, heldAddressesOf } from './addresses.ts'
export { keepCases } from './cases.ts'
export { dump } from './dump.ts'
export { entitiesOf, recordsOf } from './entities.ts'
export { findWorkspace, markerName, type WorkspaceHints } from './find.ts'
export { keepFindings } from './findings.ts'
export { flowTables } from './flow-tables.ts'
export { importSources } from './import.ts'
export { importLabels, labelsOf } from './labels.ts'
export { importListedValues, listedValuesOf } from './listed-values.ts'
export { holds, importObservations, isObserved, layFacts } from './observations.ts'
export { type KeptRing, keepRings, keptRings } from './rings.ts'
export { type Run, toRun } from './run.ts'
export type { Counts } from './sink.ts'
export { type HeldSource, rejectedOf, sourcesOf } from './sources.ts'
export {
  type HeldStatement,
  importStateStatements,
  stateStatementsOf,
} from './state-statements.ts'
export { hasTransfers, importTransfers, notHeld } from './transfers.ts'
export { keepVersion, type ListVersion, listVersions } from './versions.ts'
export {
  createWorkspace,
  hasTable,
  openTemporaryWorkspace,
  openWorkspace,
  type Workspace,
} from './workspace.ts'
