import { formatBits, type Markup, markup } from '../../figures/index.ts'
import type { RingCase } from '../../identity/index.ts'
import { type Finding, showCount, toMillibits } from '../../model/index.ts'
import type { Context } from '../report.ts'
import { drawText } from '../value.ts'
import { counted, formatScore, toLabel } from '../words.ts'
import { drawClears, drawLinks, drawMatches } from './beside.ts'
import { drawChange } from './change.ts'
import { drawFlags } from './flags.ts'
import { drawPictures } from './pictures.ts'
import { type ShownValue, toShown } from './shown.ts'
import { drawValues } from './values.ts'
import { describeRest, inSentence, inWords, nameRival } from './words.ts'

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What speaks for one operator where nothing does that is shared. */
const restsOn = ({ rival, stated }: RingCase): readonly string[] => {
  const fields = stated.filter(({ bits }) => bits > 0).map(({ field }) => toLabel(field))
  return [
    ...(rival.bits > 0 ? ['the size of the group'] : []),
    ...(fields.length > 0 ? [`what its accounts state as ${list(fields.map(inSentence))}`] : []),
  ]
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What was found, in sentences of a fixed shape. */
const drawSays = (ring: RingCase, values: readonly ShownValue[]): Markup => {
  const [first] = values
  const heaviest =
    first && first.bits > 0
      ? ` Most weighs ${inSentence(toLabel(first.kind))} No. ${first.number}, which ${counted(first.in_ring, 'account')} of the ring ${first.held_by > first.in_ring ? `and ${counted(first.held_by - first.in_ring, 'other', 'others')} hold` : 'hold and nobody else'}.`
      : ` ${capital(nameRival(ring.rival.kind))} would explain all of that just as well, so none of it weighs: the weight rests on ${list(restsOn(ring))}.`
  const weakest = ring.weakest
    ? describeWeakest(ring, values)
    : 'No single value is necessary: without any one of them the same accounts are found.'
  return markup`<p>These ${counted(ring.accounts.length, 'account')} of ${showCount(ring.of)} share ${counted(values.length, 'value')} over ${list(ring.channels)}.${heaviest} The innocent explanation that does best is ${nameRival(ring.rival.kind)}; the bits say how much better one operator does.</p>
<p>${weakest}</p>
`
}

const describeWeakest = ({ weakest }: RingCase, values: readonly ShownValue[]): string => {
  const value = values.find(
    ({ kind, value, without }) =>
      kind === weakest?.kind &&
      value === weakest.value &&
      without.bits === weakest.without.bits &&
      without.accounts === weakest.without.accounts,
  )
  return weakest && value
    ? `The weakest necessary value is No. ${value.number}, ${inSentence(toLabel(value.kind))} ${value.value}: without it ${describeRest(weakest.without)}.`
    : ''
}

const drawSum = ({ prior, bits, low, high }: RingCase): Markup => {
  const total = toMillibits(bits)
  return markup`<p class="sum"><span>prior ${formatBits(toMillibits(prior))}</span> <span>evidence ${formatBits(total - toMillibits(prior))}</span> <span>total <b>${formatBits(total)} bits</b></span> <span>score ${formatScore(total)}</span> <span>${inWords(low)} to ${inWords(high)} as rings are rarer or commoner (score ${formatScore(toMillibits(low))} to ${formatScore(toMillibits(high))})</span></p>
`
}

/** A ring: what was found, its weight in parts and pictures, each shared value, what stands beside it. */
export const drawRing = (
  ring: RingCase,
  finding: Finding,
  place: { readonly anchor: string; readonly context: Context },
): Markup => {
  const values = toShown(ring)
  const accounts = ring.accounts.map((account) => markup`<li>${drawText(account)}</li>`)
  return markup`<section class="match" id="${place.anchor}">
<h4>May be run by one operator <small>${ring.ring}</small></h4>
<p class="law">A ring is a reason to look, never a decision. Accounts in it may bear the names of people whose identity was taken or lent.</p>
${drawSum(ring)}${drawSays(ring, values)}${drawChange(ring)}<details><summary>${counted(ring.accounts.length, 'account')}</summary><ul class="accounts">${accounts}</ul></details>
${drawPictures(ring, finding, { anchor: place.anchor, values })}${drawClears(ring, values)}${drawLinks(ring, place.context)}${drawMatches(ring, place.context)}${drawFlags(ring, place.context)}<details class="whole" open><summary>${counted(values.length, 'shared value')}</summary>${drawValues(ring, values, place.context)}</details>
</section>
`
}
