import type { GivenSubjects } from './subjects.ts'

/** The kinds of file that can be named with `--as`. */
export const kinds = ['subjects', 'list', 'statements', 'observations'] as const

export type Kind = (typeof kinds)[number]

/** What became of one file. */
export type ImportedFile = {
  readonly path: string
  readonly kind: Kind
  readonly entities: number
  readonly statements: number
  readonly observations?: number
  readonly rejected: number
  readonly already: boolean
}

/** One file to take, and what was typed for it. */
export type Given = { readonly path: string; readonly given: GivenSubjects }
