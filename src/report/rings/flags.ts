import { type Markup, markup } from '../../figures/index.ts'
import type { CaseFlag, RingCase } from '../../identity/index.ts'
import { MusterError, showCount } from '../../model/index.ts'
import type { Context } from '../report.ts'
import { drawText } from '../value.ts'
import { counted, fileName, toLabel } from '../words.ts'
import { anchorOf } from './flag-cards.ts'
import { inSentence } from './words.ts'

/**
 * Red flags of the accounts of a ring: who shows each, then those that were looked for and not seen, and
 * those that cannot be told of its accounts. What each means stands in the report once.
 */
export const drawFlags = ({ flags, accounts }: RingCase, context: Context): Markup | undefined => {
  if (flags.length === 0) return undefined
  const shown = flags.filter((flag) => flag.accounts > 0)
  const quiet = flags.filter((flag) => flag.accounts === 0 && flag.not_seen > 0)
  const blind = flags.filter((flag) => flag.accounts + flag.not_seen === 0)
  const items = shown.map((flag) => drawFlag(flag, accounts.length, context))
  return markup`<div class="beside"><p><b>What else was seen at these accounts.</b> Flags that public reports name. They are in none of the bits above, and honest people show each of them.</p>${items.length > 0 ? markup`<ul>${items}</ul>` : markup`<p>No flag was seen.</p>`}${quiet.length > 0 ? markup`<p>Looked for and not seen: ${quiet.map((flag) => tellQuiet(flag, context)).join('; ')}.</p>` : undefined}${blind.length > 0 ? markup`<p>Not evaluable at any of them: ${blind.map(({ flag }) => inSentence(cardOf(flag, context).name)).join(', ')}.</p>` : undefined}</div>
`
}

const cardOf = (flag: string, { report }: Context): Context['report']['flags'][number] => {
  const card = report.flags.find((each) => each.flag === flag)
  if (!card) throw new MusterError('internal', `a report has no words for the flag ${flag}`)
  return card
}

const tellQuiet = ({ flag, not_seen, not_evaluable }: CaseFlag, context: Context): string =>
  `${inSentence(cardOf(flag, context).name)} (${counted(not_seen, 'account')}${not_evaluable > 0 ? `, not evaluable at ${showCount(not_evaluable)}` : ''})`

const drawFlag = (flag: CaseFlag, all: number, context: Context): Markup => {
  const { not_seen, not_evaluable } = flag
  const others = [
    ...(not_seen > 0 ? [`not seen at ${showCount(not_seen)}`] : []),
    ...(not_evaluable > 0 ? [`not evaluable at ${showCount(not_evaluable)}`] : []),
  ]
  return markup`<li><b>${showCount(flag.accounts)} of ${counted(all, 'account')} ${cardOf(flag.flag, context).says}</b>${others.length > 0 ? ` (${others.join(', ')})` : ''}: <a href="#${anchorOf(flag.flag)}">why it matters, innocent explanations, what clears it</a>${drawRows(flag, context)}</li>`
}

const drawRows = ({ seen }: CaseFlag, { sources }: Context): Markup => {
  const rows = seen.map(
    ({ account, kind, value, name, source, row }) =>
      markup`<li>${drawText(account)} ${inSentence(toLabel(kind))} <code>${drawText(value)}</code>${name === null ? '' : markup` <small>${drawText(name)}</small>`} <code class="place">${fileName(sources.get(source)?.path ?? source)} row:${row}</code></li>`,
  )
  return markup`<details><summary>${counted(seen.length, 'row')}</summary><ol>${rows}</ol></details>`
}
