import { formatBits, type Markup, markup } from '../../figures/index.ts'
import type { RingCase } from '../../identity/index.ts'
import { showCount, toMillibits } from '../../model/index.ts'
import type { Context } from '../report.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import { counted, fileName, toLabel } from '../words.ts'
import type { ShownValue } from './shown.ts'
import { describeRest, describeTime, nameRival } from './words.ts'

/** Pairs of its holders that state the same of themselves, and that do not, by field. */
const drawStated = ({ stated }: ShownValue): Markup => {
  const tell = (word: string, count: (pairs: ShownValue['stated'][number]) => number): string => {
    const told = stated
      .filter((pairs) => count(pairs) > 0)
      .map((pairs) => `${toLabel(pairs.field).toLowerCase()} ${count(pairs)}`)
    return told.length > 0 ? `${word} ${told.join(', ')}` : ''
  }
  const told = [tell('agree:', ({ agree }) => agree), tell('differ:', ({ conflict }) => conflict)]
  return markup`<small>${told.filter(Boolean).join('; ') || 'nothing to compare'}</small>`
}

const drawSeen = ({ seen }: ShownValue, { sources }: Context): Markup => {
  const fileOf = (source: string): string => fileName(sources.get(source)?.path ?? source)
  const rows = seen.map(
    ({ account, source, row, first_seen, last_seen }) =>
      markup`<li>${drawText(account)} <small>${describeTime(first_seen, last_seen)}</small> <code class="place">${fileOf(source)} row:${row}</code></li>`,
  )
  return markup`<details><summary>${counted(seen.length, 'account')}</summary><ol>${rows}</ol></details>`
}

const drawValue = (value: ShownValue, ring: RingCase, context: Context): Markup => {
  const { number, kind, channel, held_by, in_ring, rival, without } = value
  return markup`<tr><td class="number">${number}</td><th scope="row">${toLabel(kind)} <code>${drawText(value.value)}</code> <small>${channel}</small></th><td>${showCount(held_by)} of ${showCount(ring.of)} accounts<br><small>${showCount(in_ring)} of this ring</small></td><td class="number">${formatBits(toMillibits(value.bits))}</td><td class="number">${rival.bits.toFixed(3)}</td><td>${drawStated(value)}</td><td>${describeRest(without)}</td><td>${drawSeen(value, context)}</td></tr>
`
}

/** Every shared value: how rare it is, what it weighs, what else explains it, what is left without it, where it stands. */
export const drawValues = (
  ring: RingCase,
  values: readonly ShownValue[],
  context: Context,
): Markup => {
  const sum = values.reduce((total, { bits }) => total + toMillibits(bits), 0)
  const heads = markup`<th scope="col" class="number">No.</th><th scope="col">Value</th><th scope="col">Held by</th><th scope="col" class="number">Bits</th><th scope="col" class="number">Explained</th><th scope="col">Pairs of its holders</th><th scope="col">Without this</th><th scope="col">Seen with</th>`
  const caption = `What the accounts share, the weightiest first. Explained: bits of what it says against chance that ${nameRival(ring.rival.kind)} explains. Bits of one channel are few where the channel’s best value has told most of it; a value of 0.000 bits explains nothing more than ${nameRival(ring.rival.kind)} would.`
  return drawWide(
    'Shared values',
    markup`<table class="shared"><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${values.map((value) => drawValue(value, ring, context))}</tbody><tfoot><tr><td></td><th scope="row" colspan="2">All shared values</th><td class="number">${formatBits(sum)}</td><td colspan="4"></td></tr></tfoot></table>`,
  )
}

/** What accounts of a ring state of themselves, pair by pair. */
export const drawStatedPairs = ({ stated }: RingCase): Markup | undefined => {
  const told = stated.filter(({ agree, conflict }) => agree + conflict > 0)
  if (told.length === 0) return undefined
  const rows = told.map(
    ({ field, agree, conflict, bits }) =>
      markup`<tr><th scope="row">${toLabel(field)}</th><td class="number">${showCount(agree)}</td><td class="number">${showCount(conflict)}</td><td class="number">${formatBits(toMillibits(bits))}</td></tr>`,
  )
  return markup`<table class="stated"><caption>What the accounts state of themselves, pair by pair; it counts only as agreeing or not</caption><thead><tr><th scope="col">Field</th><th scope="col" class="number">Pairs agree</th><th scope="col" class="number">Pairs differ</th><th scope="col" class="number">Bits</th></tr></thead><tbody>${rows}</tbody></table>
`
}
