import { canonicalJson, sha256 } from './hash.ts'
import type { CaseId, EntityId, FindingId } from './ids.ts'
import type { Marking } from './statement.ts'

/** Findings about the same subjects. A case has a priority with a stated rule, never bits of its own. */
export type Case = {
  readonly id: CaseId
  readonly title: string
  readonly subjects: readonly EntityId[]
  readonly findings: readonly FindingId[]
  readonly priority: { readonly rank: number; readonly why: string }
  readonly marking: Marking
}

/** A case is named after the subjects it is about, so that it keeps its id while findings come and go. */
export const caseId = (subjects: readonly EntityId[]): CaseId =>
  `case-${sha256(canonicalJson([...subjects].sort())).slice(0, 12)}` as CaseId
