import { formatBits, type Markup, markup } from '../../figures/index.ts'
import type { DatedChange, RingCase } from '../../identity/index.ts'
import { toMillibits } from '../../model/index.ts'
import { drawText } from '../value.ts'
import { counted, toLabel } from '../words.ts'
import { inSentence } from './words.ts'

/** What has become of rings, as a sentence that ends in a colon; events without one end no ring that is shown. */
const says: Readonly<Partial<Record<DatedChange['event'], string>>> = {
  grown: 'it has grown',
  shrunk: 'it has shrunk',
  merged: 'rings have merged into it',
  split: 'a ring has split, and it is a part of that',
  regrouped: 'accounts of several rings have been grouped anew',
}

/** How a ring came to be what it is: the rings before and after, and what was gained and lost. */
export const drawChange = ({ change }: RingCase): Markup | undefined => {
  if (!change) return undefined
  const { event, on, before, after, accounts, values } = change
  const parts = [
    drawPart(
      'Accounts gained',
      accounts.gained.map((account) => drawText(account)),
    ),
    drawPart(
      'Accounts lost',
      accounts.lost.map((account) => drawText(account)),
    ),
    drawPart('Evidence gained', values.gained.map(drawValue)),
    drawPart('Evidence lost', values.lost.map(drawValue)),
  ]
  const told = parts.filter((part) => part !== undefined)
  return markup`<div class="beside"><p><b>What has become of it.</b> On <time>${on}</time> ${says[event] ?? event}: ${drawRings(before)} before, ${drawRings(after)} after.</p>${told}</div>
`
}

const drawRings = (rings: DatedChange['before']): Markup =>
  markup`${rings.map(({ ring, accounts, bits }, i) => markup`${i > 0 ? ' and ' : ''}<b>${ring}</b> (${counted(accounts, 'account')}, ${formatBits(toMillibits(bits))} bits)`)}`

const drawValue = ({ kind, value, bits }: DatedChange['values']['gained'][number]): Markup =>
  markup`${inSentence(toLabel(kind))} <code>${drawText(value)}</code> ${formatBits(toMillibits(bits))}`

const drawPart = (head: string, items: readonly Markup[]): Markup | undefined =>
  items.length === 0
    ? undefined
    : markup`<details><summary>${head}: ${items.length}</summary><ul>${items.map((item) => markup`<li>${item}</li>`)}</ul></details>`
