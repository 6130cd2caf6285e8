import { type Markup, markup } from '../../figures/index.ts'
import type { Way } from '../../funds/index.ts'
import { showCount } from '../../model/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'
import { drawWhole } from './names.ts'
import { nobodies, type Told } from './telling.ts'
import { describeTimes } from './times.ts'

type Step = Way['steps'][number]

const drawTime = ({ time }: Step): string =>
  time === null ? 'time unknown' : describeTimes(time, time)

/** What of a transfer is no traced value, and its row. */
const drawRow = ({ amount, of, source, row }: Step, { write, telling }: Told): Markup =>
  markup`${amount === of ? '' : ` of ${write.exact(BigInt(of))}`} <small><code class="place">${telling.fileOf(source)} row:${row}</code></small>`

/** When a way was gone: its one transfer, or those that carried most and how many others. */
const drawWhen = ({ first, last, transfers, steps, stepsLeft }: Way, told: Told): Markup => {
  const exact = (amount: string): string => told.write.exact(BigInt(amount))
  const [only] = steps
  if (only && transfers === 1) return markup`${drawTime(only)}${drawRow(only, told)}`
  const each = steps.map(
    (step) => markup`<li>${drawTime(step)} <b>${exact(step.amount)}</b>${drawRow(step, told)}</li>`,
  )
  const { count, amount } = stepsLeft
  const left =
    count > 0
      ? markup`<li>${counted(count, 'smaller transfer')}, together ${exact(amount)}</li>`
      : undefined
  const when = first === null || last === null ? 'unknown' : describeTimes(first, last)
  return markup`<details><summary>${when}</summary><ol>${each}${left}</ol></details>`
}

const drawWay = (way: Way, told: Told): Markup => {
  const { src, dst, kind, amount, transfers } = way
  const { names, write } = told
  const party = (address: string | null): Markup =>
    address === null ? markup`${nobodies[kind]}` : drawWhole(address, names)
  return markup`<tr><td>${party(src)}</td><td>${party(dst)}</td><td class="number">${write.exact(BigInt(amount))}</td><td class="number">${showCount(transfers)}</td><td>${drawWhen(way, told)}</td></tr>
`
}

/** The numbers of both pictures: between whom, how much, in how many transfers, when. */
export const drawWays = (told: Told): Markup => {
  const { ways, waysLeft } = told.trail
  if (ways.length === 0) return markup``
  const heads = markup`<th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Traced value</th><th scope="col" class="number">Transfers</th><th scope="col">When (UTC)</th>`
  const table = markup`<table class="ways"><caption>Between whom it moved, the largest first; of many transfers those that carried most, each with its row</caption><thead><tr>${heads}</tr></thead><tbody>${ways.map((way) => drawWay(way, told))}</tbody></table>`
  const left =
    waysLeft.count > 0
      ? markup`<p class="cut">${counted(waysLeft.count, 'smaller way is', 'smaller ways are')} not shown; together they moved ${told.write.exact(BigInt(waysLeft.amount))}.</p>\n`
      : undefined
  return markup`<details><summary>${counted(ways.length, 'way')} in a table, every digit and every address</summary>${drawWide('Ways of the value', table)}${left}</details>
`
}
