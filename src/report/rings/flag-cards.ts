import { type Markup, markup } from '../../figures/index.ts'
import type { PlatformFlag } from '../../identity/index.ts'

/** How a source was read, where it was not read itself. */
const readAs: Readonly<Record<PlatformFlag['sources'][number]['as'], string>> = {
  text: '',
  'in part': ', read in part',
  summaries: ', read in summaries',
}

/**
 * What flags are, told once: the public report that names each, innocent explanations and what clears
 * it; then those that the data does not allow to tell of anybody. Undefined where nobody looked.
 */
export const drawFlagCards = (flags: readonly PlatformFlag[]): Markup | undefined => {
  if (flags.length === 0) return undefined
  const told = flags.filter(({ evaluable }) => evaluable)
  const untold = flags.filter(({ evaluable }) => !evaluable)
  return markup`<section id="flags" aria-labelledby="flags-heading"><h2 id="flags-heading">Flags beside rings</h2>
<p>Signs that public reports name. They are in none of the bits, and honest people show each of them.</p>
${told.length > 0 ? markup`<ul class="flags">${told.map(drawCard)}</ul>\n` : undefined}${untold.length > 0 ? drawUntold(untold) : undefined}</section>
`
}

const drawCard = ({ flag, name, why, sources, innocent, clears }: PlatformFlag): Markup => {
  const told = sources.map(({ who, date, as }) => `${who}, ${date}${readAs[as]}`).join('; ')
  return markup`<li id="${anchorOf(flag)}"><b>${name}.</b> ${why} <small>Source: ${told}.</small><br>Innocent: ${innocent.join('; ')}. What clears it: ${clears}</li>
`
}

const drawUntold = (flags: readonly PlatformFlag[]): Markup =>
  markup`<p>Not evaluable here, which is no clean result:</p><ul>${flags.map(({ name, needs }) => markup`<li>${name} needs: ${needs}</li>`)}</ul>
`

/** Where a flag is told. */
export const anchorOf = (flag: string): string => `flag-${flag}`
