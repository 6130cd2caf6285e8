import { type Markup, markup } from '../../figures/index.ts'
import type { MoneyTrail } from '../../funds/index.ts'
import { showCount } from '../../model/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'
import { drawName, drawWhole } from './names.ts'
import { holdsWords, stopWords, type Told } from './telling.ts'

type End = MoneyTrail['ends'][number]

const drawStep = (
  { src, dst, amount, of, tx, source, row }: End['path'][number],
  { names, write, telling }: Told,
): Markup =>
  markup`<li>${drawName(src, names)} → ${drawName(dst, names)} <b>${write.exact(BigInt(amount))}</b>${amount === of ? ', all of it' : ` of ${write.exact(BigInt(of))}`} <small>${tx ? markup`<code>${tx}</code> ` : undefined}<code class="place">${telling.fileOf(source)} row:${row}</code></small></li>
`

const drawPath = (end: End, told: Told): Markup =>
  end.path.length === 0
    ? markup`<td>it begins here</td>`
    : markup`<td><details><summary>${counted(end.path.length, 'transfer')}</summary><ol>${end.path.map((step) => drawStep(step, told))}</ol></details></td>`

const drawEnd = (end: End, told: Told): Markup => {
  const { write, names } = told
  const { address, amount, low, high, hops, stop } = end
  const what = stop
    ? markup`<b>${stopWords[stop.kind][0]}</b>${stop.kind === 'hub' ? markup` <small>${stop.label}</small>` : undefined}`
    : markup`${holdsWords(told).end}`
  return markup`<tr><th scope="row">${drawWhole(address, names)}</th><td>${what}</td><td class="number">${write.exact(BigInt(amount))}</td><td class="number">${low === high ? 'the same' : markup`${write.exact(BigInt(low))}<br>to ${write.exact(BigInt(high))}`}</td><td class="number">${showCount(hops)}</td>${drawPath(end, told)}</tr>
`
}

/** Everybody whom value came to, with range, distance and the path that carried most, to the row. */
export const drawEnds = (told: Told): Markup => {
  const { trail, write } = told
  const { ends, endsLeft } = trail
  if (ends.length === 0) return markup``
  const left =
    endsLeft.count > 0
      ? markup`<p class="cut">${counted(endsLeft.count, 'smaller end is', 'smaller ends are')} counted in the sums and not shown; together ${write.exact(BigInt(endsLeft.amount))}.</p>\n`
      : undefined
  const heads = markup`<th scope="col">${trail.backward ? 'From' : 'Where'}</th><th scope="col">What</th><th scope="col" class="number">Amount</th><th scope="col" class="number">Least and greatest</th><th scope="col" class="number">Transfers away</th><th scope="col">Path of most value</th>`
  return markup`${drawWide('Ends', markup`<table class="ends"><caption>${trail.backward ? 'Where it came from' : 'Where it is'}, the largest first. The least and the greatest are taken over the policies that conserve value.</caption><thead><tr>${heads}</tr></thead><tbody>${ends.map((end) => drawEnd(end, told))}</tbody></table>`)}
${left}`
}
