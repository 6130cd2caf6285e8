import { type Markup, markup } from '../../figures/index.ts'
import type { CaseFlag, RingCase } from '../../identity/index.ts'
import { showCount } from '../../model/index.ts'
import type { Context } from '../report.ts'
import { drawText } from '../value.ts'
import { counted, fileName, toLabel } from '../words.ts'
import { inSentence } from './words.ts'

/** How a source was read, where it was not read itself. */
const readAs: Readonly<Record<CaseFlag['sources'][number]['as'], string>> = {
  text: '',
  'in part': ', read in part',
  summaries: ', read in summaries',
}

/**
 * Red flags of the accounts of a ring: who shows each, the public report that names it, innocent
 * explanations and what clears it; then those that were looked for and not seen, and those that the
 * data does not allow to tell.
 */
export const drawFlags = ({ flags, accounts }: RingCase, context: Context): Markup | undefined => {
  if (flags.length === 0) return undefined
  const shown = flags.filter((flag) => flag.accounts > 0)
  const quiet = flags.filter((flag) => flag.accounts === 0 && flag.not_seen > 0)
  const blind = flags.filter((flag) => flag.accounts + flag.not_seen === 0)
  const cards = shown.map((flag) => drawFlag(flag, accounts.length, context))
  return markup`<div class="beside"><p><b>What else was seen at these accounts.</b> Flags that public reports name. They are in none of the bits above, and honest people show each of them.</p>${cards.length > 0 ? markup`<ul>${cards}</ul>` : markup`<p>No flag was seen.</p>`}${quiet.length > 0 ? markup`<p>Looked for and not seen: ${quiet.map(tellQuiet).join('; ')}.</p>` : undefined}${blind.length > 0 ? drawBlind(blind) : undefined}</div>
`
}

const tellQuiet = ({ name, not_seen, not_evaluable }: CaseFlag): string =>
  `${inSentence(name)} (${counted(not_seen, 'account')}${not_evaluable > 0 ? `, not evaluable at ${showCount(not_evaluable)}` : ''})`

const drawBlind = (flags: readonly CaseFlag[]): Markup =>
  markup`<details><summary>Not evaluable: ${flags.map(({ name }) => inSentence(name)).join(', ')}</summary><ul>${flags.map(({ name, needs }) => markup`<li>${name} needs: ${needs}</li>`)}</ul></details>`

const drawFlag = (flag: CaseFlag, all: number, context: Context): Markup => {
  const { says, why, sources, innocent, clears, not_seen, not_evaluable } = flag
  const others = [
    ...(not_seen > 0 ? [`not seen at ${showCount(not_seen)}`] : []),
    ...(not_evaluable > 0 ? [`not evaluable at ${showCount(not_evaluable)}`] : []),
  ]
  const told = sources.map(({ who, date, as }) => `${who}, ${date}${readAs[as]}`).join('; ')
  return markup`<li><b>${showCount(flag.accounts)} of ${counted(all, 'account')} ${says}</b>${others.length > 0 ? ` (${others.join(', ')})` : ''}. ${why} <small>Source: ${told}.</small><br>Innocent: ${innocent.join('; ')}. What clears it: ${clears}${drawRows(flag, context)}</li>`
}

const drawRows = ({ seen }: CaseFlag, { sources }: Context): Markup => {
  const rows = seen.map(
    ({ account, kind, value, name, source, row }) =>
      markup`<li>${drawText(account)} ${inSentence(toLabel(kind))} <code>${drawText(value)}</code>${name === null ? '' : markup` <small>${drawText(name)}</small>`} <code class="place">${fileName(sources.get(source)?.path ?? source)} row:${row}</code></li>`,
  )
  return markup`<details><summary>${counted(seen.length, 'row')}</summary><ol>${rows}</ol></details>`
}
