import { type Markup, markup } from '../../figures/index.ts'
import type { CaseLink, CaseLinks, FundsCase } from '../../funds/index.ts'
import type { Finding } from '../../model/index.ts'
import { addressKey, showCount } from '../../model/index.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import { counted, toLabel } from '../words.ts'
import { writerOf } from './amounts.ts'
import { stopWords } from './telling.ts'
import { describeTimes } from './times.ts'

type Rows = CaseLink['paid_in']

/** What links are drawn with. */
export type Drawing = {
  readonly nameOf: (address: string) => string | undefined
  /** The name of the file that a source is. */
  readonly fileOf: (source: string) => string
  readonly units: FundsCase['units']
}

const exact = (units: FundsCase['units'], asset: string, amount: bigint): string => {
  const unit = units[asset]
  const write = writerOf({ asset, symbol: unit?.symbol ?? null, decimals: unit?.decimals ?? null })
  return write.exact(amount)
}

/** Amounts of transfers by asset: `1,234.56 USD and 7 X`. */
const sumsOf = (rows: Rows, units: FundsCase['units']): string => {
  const sums = new Map<string, bigint>()
  for (const { asset, amount } of rows) sums.set(asset, (sums.get(asset) ?? 0n) + BigInt(amount))
  return [...sums].map(([asset, amount]) => exact(units, asset, amount)).join(' and ')
}

const whenOf = (rows: Rows): string => {
  const times = rows.flatMap(({ time }) => time ?? []).sort()
  const [first, last] = [times[0], times.at(-1)]
  return first === undefined || last === undefined ? '' : describeTimes(first, last)
}

/** Transfers with their times, each to its row. */
const drawRows = (rows: Rows, { units, fileOf }: Drawing): Markup => {
  const items = rows.map(
    ({ time, asset, amount, source, row }) =>
      markup`<li>${time === null ? 'time unknown' : describeTimes(time, time)} <b>${exact(units, asset, BigInt(amount))}</b> <small><code class="place">${fileOf(source)} row:${row}</code></small></li>`,
  )
  return markup`<details><summary>${counted(rows.length, 'transfer')} <small>${whenOf(rows)}</small></summary><ol>${items}</ol></details>`
}

/** Transfers with what they come to in all. */
const drawSum = (rows: Rows, drawing: Drawing): Markup =>
  markup`<b>${sumsOf(rows, drawing.units)}</b>${drawRows(rows, drawing)}`

const drawParty = (address: string, { nameOf }: Drawing): Markup => {
  const name = nameOf(address)
  return markup`${name === undefined ? undefined : markup`<b>${drawText(name)}</b> `}<code class="whole-address">${address}</code>`
}

const drawProof = ({ proof }: CaseLink, drawing: Drawing): Markup | undefined =>
  proof.length === 0 ? undefined : markup`<div>Proved by ${drawSum(proof, drawing)}</div>`

/** Where what came out was followed to, with the way of most. */
const drawOnward = ({ onward }: CaseLink, drawing: Drawing): Markup | undefined => {
  if (!onward) return undefined
  const { asset, high, address, path } = onward
  const steps = path.map((step) => ({ ...step, src: step.src ?? '', asset }))
  return markup`<div>From there up to <b>${exact(drawing.units, asset, BigInt(high))}</b> came to ${drawParty(address, drawing)}${drawRows(steps, drawing)}</div>`
}

const drawLink = (link: CaseLink, drawing: Drawing): Markup => {
  const { kind, strength, rule_says, innocent, set, others, from, stop, to } = link
  const { paid_in: paidIn, paid_out: paidOut } = link
  const out = [...new Map(paidOut.map(({ src }) => [addressKey(src), src])).values()]
  return markup`<tr><th scope="row"><b>${toLabel(kind)}</b>, ${strength}<br>${rule_says}${drawProof(link, drawing)}</th><td>${drawParty(from, drawing)} to ${drawParty(stop.address, drawing)} ${drawSum(paidIn, drawing)}</td><td>${out.map((src, i) => markup`${i > 0 ? ', ' : ''}${drawParty(src, drawing)}`)} to ${drawParty(to, drawing)} ${drawSum(paidOut, drawing)}${drawOnward(link, drawing)}</td><td>1 of ${showCount(set)} who paid in; 1 of ${showCount(others)} who were paid</td><td>${innocent}</td></tr>
`
}

/** Where the rules of links are from, each once. */
const drawRules = (links: readonly CaseLink[]): Markup => {
  const rules = new Map(links.map(({ kind, rule }) => [kind, rule]))
  const items = [...rules].map(([kind, rule]) => markup`<li><b>${toLabel(kind)}</b>: ${rule}</li>`)
  return markup`<details><summary>Where the rules are from</summary><ul>${items}</ul></details>\n`
}

/** The stops that links lead across, by name: `the mixer Example Mixer, the service Example Exchange`. */
export const nameStops = ({ links }: CaseLinks): string =>
  [...new Set(links.map(({ stop }) => `the ${stopWords[stop.kind][0]} ${stop.label}`))].join(', ')

/** Links across stops, which are no traced value: the rule, rows, who else fits, and another explanation. */
export const drawCrossed = (
  { weight }: Finding,
  { links, linksLeft }: CaseLinks,
  drawing: Drawing,
): Markup => {
  if (weight.kind !== 'amount') return markup``
  const { asset, low, high } = weight
  const range = `${exact(drawing.units, asset, low)} to ${exact(drawing.units, asset, high)}`
  const isWeak = links.every(({ strength }) => strength === 'weak')
  const left =
    linksLeft > 0
      ? markup`<p class="cut">${counted(linksLeft, 'link')} no stronger than these ${linksLeft === 1 ? 'is' : 'are'} counted in the range and not shown.</p>\n`
      : undefined
  const heads = markup`<th scope="col">What links both</th><th scope="col">What went in</th><th scope="col">What came out</th><th scope="col">Who else fits</th><th scope="col">What else explains it</th>`
  return markup`<p>A link across a stop, and no traced value: a mixer or service mixes what all its customers bring, so that who paid in may not be who was paid. From <b>${range}</b> may belong to it, and none of that is in any amount of this case. ${isWeak ? 'All links are weak: nothing but counts, amounts and times ties both ends. ' : ''}A case never rests on such a link alone.</p>
${drawWide('Links across stops', markup`<table class="crossed"><caption>${counted(links.length, 'link')}, the strongest first</caption><thead><tr>${heads}</tr></thead><tbody>${links.map((link) => drawLink(link, drawing))}</tbody></table>`)}
${left}${drawRules(links)}`
}
