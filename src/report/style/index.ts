import type { Marking } from '../../model/index.ts'
import { cases } from './cases.ts'
import { funds } from './funds.ts'
import { page } from './page.ts'
import { narrow, paperOf } from './paper.ts'
import { rings } from './rings.ts'
import { states } from './states.ts'
import { tokens } from './tokens.ts'

/** The whole style sheet of a report. */
export const styleOf = (marking: Marking): string =>
  [tokens, page, cases, rings, funds, narrow, paperOf(marking)].join('')

/** The whole style sheet of a report on states. */
export const statesStyleOf = (marking: Marking): string =>
  [tokens, page, cases, states, narrow, paperOf(marking)].join('')

/** The whole style sheet of a report on money. */
export const fundsStyleOf = (marking: Marking): string =>
  [tokens, page, cases, funds, narrow, paperOf(marking)].join('')
