import { type Markup, markup } from '../../figures/index.ts'
import type { MoneyTrail } from '../../funds/index.ts'
import { drawEnds } from './ends.ts'
import { drawFlow } from './flow.ts'
import { drawSays } from './says.ts'
import { drawSums } from './sums.ts'
import { type Telling, toTold } from './telling.ts'
import { drawTimes } from './times.ts'
import { drawWays } from './ways.ts'

/**
 * Where value of one asset went or came from: a sentence, the way in a picture, sums and times, the ends
 * with their paths, and the numbers of the pictures. Throws `internal` where the parts of a trace are not its whole.
 */
export const drawTrail = (trail: MoneyTrail, telling: Telling): Markup => {
  const told = toTold(trail, telling)
  const base =
    trail.decimals === null
      ? markup`<p class="none">Amounts are in base units: how many decimals ${told.write.unit} has is not known here.</p>\n`
      : undefined
  return markup`${drawSays(told)}${base}${drawFlow(told)}<div class="told"><div>${drawSums(told)}</div><div>${drawTimes(told)}</div></div>
${drawEnds(told)}${drawWays(told)}`
}

/** What the pictures and numbers of a trail cannot say. */
export const readingTrails: Markup = markup`<p>A <b>trail</b> follows value from the seeds through transfers. Every amount is exact, and yet it is a <b>range and not a certainty</b>: coins in an account have no marks, so a rule must say which part of a mixed balance moves on. Courts choose different rules; the least and the greatest over four of them stand beside each amount. Where both are the same, the rule does not matter.</p>
<p>Value is not followed beyond a <b>stop</b>. An exchange, mixer or bridge mixes the money of all its customers: what leaves it is not what came in, and whoever else is paid by it has nothing to do with the seeds. That value came to a service says that the service may know who owns the account, and nothing against the service or its other customers. A <b>hub</b> has no label; it deals with so many others that it is probably a service.</p>
<p>Think of an innocent explanation before any other: a shop, a salary, a trade between strangers, a wallet lent, a payment sent unasked. Names are what labels say: each is a claim of its source. An address marked <b>!</b> was made to look like another one; compare all of its letters.</p>
`
