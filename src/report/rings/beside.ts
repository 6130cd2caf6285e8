import { formatBits, type Markup, markup } from '../../figures/index.ts'
import type { RingCase } from '../../identity/index.ts'
import type { Context } from '../report.ts'
import { drawText } from '../value.ts'
import { counted, toLabel } from '../words.ts'
import { channelsOf, type ShownValue } from './shown.ts'
import { clearsOf, inSentence, inWords, rivalClears } from './words.ts'

/** What would clear the ring: for its best innocent explanation, then for each channel by its weight. */
export const drawClears = (ring: RingCase, values: readonly ShownValue[]): Markup => {
  const innocent = rivalClears(ring.rival.kind)
  const channels = channelsOf(values)
    .filter(({ channel, millibits }) => millibits > 0 && clearsOf(channel))
    .map(
      ({ channel, values: own, accounts, millibits }) =>
        markup`<li><b>${toLabel(channel)}</b> (${inWords(millibits / 1000)} bits by ${counted(own.length, 'value')} of ${counted(accounts, 'account')}): ${clearsOf(channel)}</li>`,
    )
  return markup`<div class="innocent"><p>What would clear it:</p><ul>${innocent === undefined ? undefined : markup`<li>${innocent}</li>`}${channels}</ul></div>
`
}

/** Rings that hold one of the same values: a facilitator may serve both. */
export const drawLinks = ({ links }: RingCase, { report }: Context): Markup | undefined => {
  if (links.length === 0) return undefined
  const told = links.map(({ ring, values }) => {
    const at = report.cases.findIndex((each) => each.ring?.ring === ring)
    const name =
      at < 0
        ? markup`${ring}`
        : markup`<a href="#case-${at + 1}">${report.cases[at]?.case.title}</a> <small>${ring}</small>`
    return markup`<li>${name} by ${values.map(({ kind, value }, i) => markup`${i > 0 ? ', ' : ''}${inSentence(toLabel(kind))} <code>${drawText(value)}</code>`)}</li>`
  })
  return markup`<div class="beside"><p><b>Linked rings.</b> They hold values in common, as where one facilitator serves several; the bits of one are not added to another.</p><ul>${told}</ul></div>
`
}

/** Matches of its accounts with lists: another claim, shown beside and never added. */
export const drawMatches = ({ accounts }: RingCase, { report }: Context): Markup | undefined => {
  const own = new Set(accounts)
  const told = report.cases.flatMap((each, at) => {
    const subject = each.ring ? undefined : each.subjects.find(({ key }) => own.has(key))
    if (!subject) return []
    return each.findings.flatMap(({ finding: { claim, weight }, designation }) =>
      claim === 'is_designated' && designation && weight.kind === 'bits'
        ? [
            markup`<li>${drawText(subject.key)} may be ${drawText(designation.caption)} <small>${designation.list} ${designation.entity.key}</small>, ${formatBits(weight.total)} bits: <a href="#case-${at + 1}">case ${each.case.priority.rank}</a></li>`,
          ]
        : [],
    )
  })
  if (told.length === 0) return undefined
  return markup`<div class="beside"><p><b>Matches with lists.</b> What accounts of this ring may be on a list is a question of its own; its bits are not added to those above.</p><ul>${told}</ul></div>
`
}
