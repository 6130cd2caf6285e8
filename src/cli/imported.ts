import { operatorLists } from '../sources/index.ts'
import type { GivenSubjects } from './subjects.ts'

/** The kinds of file of which there is one reader each, and operators' lists, of which there are several. */
export type Kind =
  | 'subjects'
  | 'list'
  | 'statements'
  | 'observations'
  | 'transfers'
  | 'labels'
  | 'known'

/** What can be named with `--as`, with the kind that it is. */
export const kindNames: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(['subjects', 'list', 'statements', 'observations', 'transfers', 'labels'] as const).map(
    (kind) => [kind, kind] as const,
  ),
  ...operatorLists.map(({ id }) => [id, 'known'] as const),
])

/** What became of one file. */
export type ImportedFile = {
  readonly path: string
  readonly kind: Kind
  readonly entities: number
  readonly statements: number
  readonly observations?: number
  readonly transfers?: number
  /** Labels of addresses. */
  readonly labels?: number
  /** Values of an operator's list. */
  readonly values?: number
  readonly rejected: number
  readonly already: boolean
}

/** Of a file that holds no subjects. */
export const noneIn = { entities: 0, statements: 0 } as const

/** One file to take, and what was typed for it. */
export type Given = {
  readonly path: string
  readonly given: GivenSubjects
  /** What `--as` named. */
  readonly as?: string | undefined
}
