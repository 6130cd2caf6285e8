import { type Markup, markup } from '../../figures/index.ts'
import { type CasePattern, type CaseTrail, patternCards } from '../../funds/index.ts'
import { showCount } from '../../model/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'
import { drawName, drawWhole } from './names.ts'
import { type Told, toTold } from './telling.ts'
import { describeTimes } from './times.ts'

const cards = new Map(patternCards.map((card) => [card.id, card]))

/** How many ordinary addresses show a pattern as strongly: `at most 24.9 % (92 of 445, …)`. */
const drawShare = ({ score, strength }: CasePattern): Markup => {
  const { ordinary_per_million: most, shown, of, among } = score
  if (most === null) return markup`nobody has counted`
  const percent = (most / 10_000).toPrecision(3)
  return markup`at most <b>${Number(percent)} %</b> <small>${showCount(shown)} of ${showCount(of)} show it at strength ${strength}: ${among}</small>`
}

const drawRows = (
  { transfers, transfersLeft }: CasePattern,
  { names, write, telling }: Told,
): Markup => {
  const rows = transfers.map(
    ({ src, dst, amount, time, source, row }) =>
      markup`<li>${time === null ? 'time unknown' : describeTimes(time, time)} ${drawName(src, names)} → ${drawName(dst, names)} <b>${write.exact(BigInt(amount))}</b> <small><code class="place">${telling.fileOf(source)} row:${row}</code></small></li>`,
  )
  const left =
    transfersLeft > 0
      ? markup`<p class="cut">${counted(transfersLeft, 'later one')} not shown.</p>`
      : undefined
  return markup`<details><summary>${counted(transfers.length + transfersLeft, 'transfer')}</summary><ol>${rows}</ol>${left}</details>`
}

const drawPattern = (found: CasePattern, told: Told): Markup => {
  const { pattern, subject, innocent, clears, strength } = found
  const card = cards.get(pattern)
  const name = card?.name ?? pattern
  return markup`<tr><th scope="row">${name.charAt(0).toUpperCase()}${name.slice(1)}</th><td>${drawWhole(subject, told.names)}</td><td>${showCount(strength)} <small>${card?.strength}</small></td><td>${drawShare(found)}</td><td>${innocent.join('; ')}. <small>What clears it: ${clears}</small></td><td>${drawRows(found, told)}</td></tr>
`
}

/** Patterns of addresses on the way of a trail, folded: they are in none of its amounts. */
export const drawPatterns = (
  { patterns, patternsLeft, ...trail }: CaseTrail,
  telling: Told['telling'],
): Markup => {
  if (patterns.length === 0) return markup``
  const addresses = patterns.flatMap((each) => [
    ...each.addresses,
    ...each.transfers.flatMap(({ src, dst }) => [src, dst]),
  ])
  const told = toTold(trail, telling, addresses)
  const rest = Object.entries(patternsLeft).map(([name, count]) => `${name}: ${showCount(count)}`)
  const left =
    rest.length > 0
      ? markup`<p class="cut">No rarer among ordinary people, counted here and not shown: ${rest.join(', ')}.</p>\n`
      : undefined
  const heads = markup`<th scope="col">Pattern</th><th scope="col">Address</th><th scope="col">Strength</th><th scope="col">Of ordinary addresses</th><th scope="col">What else it may be</th><th scope="col">Rows</th>`
  return markup`<details><summary>${counted(patterns.length, 'pattern')} at addresses on the way, in none of the amounts</summary>
<p>A form that laundering often has, which honest people show too: the share of ordinary addresses says how often. It is a reason to look, no evidence about a person by itself, and it opens no case.</p>
${drawWide('Patterns on the way', markup`<table class="patterns"><caption>The rarest among ordinary addresses first</caption><thead><tr>${heads}</tr></thead><tbody>${patterns.map((each) => drawPattern(each, told))}</tbody></table>`)}
${left}</details>
`
}
