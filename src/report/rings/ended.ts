import { type Markup, markup } from '../../figures/index.ts'
import type { DatedChange } from '../../identity/index.ts'
import { showCount } from '../../model/index.ts'
import type { Report } from '../report.ts'

/** Rings of earlier checks that have no case any more, and why; undefined where there is none. */
export const drawEnded = ({ ended }: Report): Markup | undefined =>
  ended.length === 0
    ? undefined
    : markup`<details class="whole"><summary>${showCount(ended.length)} of earlier rings are none any more</summary><ul>${ended.map(({ ring, change }) => markup`<li><b>${ring}</b>${change ? tellEnd(change) : undefined}</li>`)}</ul></details>
`

const tellEnd = ({ on, after }: DatedChange): Markup =>
  after.length === 0
    ? markup`: nothing was left of it on <time>${on}</time>`
    : markup`: its accounts went into ${after.map(({ ring }) => ring).join(', ')} on <time>${on}</time>`
