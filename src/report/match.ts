import { type Markup, markup } from '../figures/index.ts'
import type { Entity } from '../model/index.ts'
import { drawEntry } from './entry.ts'
import { drawOwed } from './owed.ts'
import type { Context, Designation, ReportFinding } from './report.ts'
import { drawText } from './value.ts'
import { drawWeighed } from './weighed.ts'
import { toLabel } from './words.ts'

const drawOther = ({ finding: { weight } }: ReportFinding): Markup | undefined => {
  if (weight.kind === 'amount')
    return markup`<p class="sum"><span>amount <b>${String(weight.amount)}</b> ${weight.asset}</span> <span>between ${String(weight.low)} and ${String(weight.high)}, in base units</span></p>`
  if (weight.kind === 'graded')
    return markup`<p class="sum">grade <b>${weight.label}</b></p><ul>${weight.flips.map((flip) => markup`<li>${flip}</li>`)}</ul>`
  return undefined
}

const drawFact = (label: string, texts: readonly string[]): Markup | undefined =>
  texts.length === 0
    ? undefined
    : markup`<div><dt>${label}</dt><dd>${texts.map((text, i) => markup`${i > 0 ? '; ' : ''}${drawText(text)}`)}</dd></div>`

const drawHeadline = ({ entity, list }: Designation): Markup => {
  const values = (prop: string): readonly string[] => [
    ...new Set(entity.statements.filter((said) => said.prop === prop).map((said) => said.value)),
  ]
  return markup`<dl class="facts">${drawFact('List', [list])}${drawFact('Reference', [entity.key])}${drawFact('Kind', [toLabel(entity.schema)])}${drawFact('Programme', values('program'))}${drawFact('Listed', values('listingDate'))}${drawFact('Amended', values('modifiedAt'))}</dl>
`
}

/** The whole entry where it is met first; after that the way to it, so that a report stays readable. */
const drawDesignation = ({ entity }: Designation, anchor: string, context: Context): Markup => {
  const before = context.printed.get(entity.id)
  if (before) {
    const [, number, , match] = before.split('-')
    return markup`<p class="seen">The list’s own entry is printed under <a href="#${before}">case ${number}, match ${match}</a>.</p>`
  }
  context.printed.set(entity.id, anchor)
  return markup`<details class="whole" open><summary>The list’s own entry</summary>${drawEntry(entity, context)}</details>`
}

const claims: Readonly<Record<string, string>> = {
  is_designated: 'May be the designated',
  same_person: 'Rather of one person: records',
  same_operator: 'May be run by one operator',
}

/** One finding: its weight, what it rests on, and the entry of the list that it names. */
export const drawFinding = (
  found: ReportFinding,
  subject: Entity | undefined,
  place: { readonly anchor: string; readonly context: Context },
): Markup => {
  const { finding, designation } = found
  if (finding.claim === 'brings_duties')
    return markup`<section class="match" id="${place.anchor}">
<h4>Who must act, if it is ${designation && drawText(designation.caption)}</h4>
${drawOwed(found)}</section>
`
  const claim = claims[finding.claim] ?? toLabel(finding.claim)
  const named = designation?.caption ?? found.records?.map(({ key }) => key).join(' and ')
  const weighed =
    finding.weight.kind === 'bits' ? drawWeighed(found, subject, place) : drawOther(found)
  return markup`<section class="match" id="${place.anchor}">
<h4>${claim} ${named === undefined ? undefined : drawText(named)}</h4>
${designation && drawHeadline(designation)}${weighed}${designation && drawDesignation(designation, place.anchor, place.context)}
</section>
`
}
