import type { Marking } from '../../model/index.ts'
import { cases } from './cases.ts'
import { page } from './page.ts'
import { narrow, paperOf } from './paper.ts'
import { tokens } from './tokens.ts'

/** The whole style sheet of a report. */
export const styleOf = (marking: Marking): string =>
  [tokens, page, cases, narrow, paperOf(marking)].join('')
