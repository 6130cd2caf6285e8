import { type Markup, markup } from '../../figures/index.ts'
import {
  type Bound,
  boundOn,
  type DutyStatus,
  fromDay,
  gradeOf,
  isReport,
  owingTexts,
  showBearer,
  showParagraph,
} from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'
import { drawProof } from './proof.ts'
import type { StateSection } from './states-report.ts'
import { showWord } from './words.ts'

const drawCitation = ({ duty }: Bound): Markup => {
  const paragraph = showParagraph(duty)
  return duty.instrument
    ? markup`<a href="${duty.instrument.link}" rel="noopener noreferrer">${paragraph}</a> <small>${duty.id}</small>`
    : markup`${paragraph} <small>${duty.id}</small>`
}

/** What has a day of its own, or rests on statements; the others are told once for all states. */
const isOfItsOwn = ({ bound: { duty, due }, status }: DutyStatus): boolean =>
  (isReport(duty) && due !== undefined) || status.proof.parts.length > 0

const drawChange = ({ add, status }: DutyStatus['flips'][number]): Markup =>
  markup`<li>${showWord(status)} if ${add.text} <small>(${gradeOf(add)})</small></li>`

const drawRow = (section: StateSection, one: DutyStatus): Markup => {
  const { bound, status, flips } = one
  const { duty, due } = bound
  const rests = status.proof.parts.length > 0 ? drawProof(section, status) : 'on no statement'
  return markup`<tr><th scope="row">${drawCitation(bound)}</th><td>${duty.says} <small>${showWord(duty.force)}</small></td><td><b>${showWord(status.value)}</b>${due ? markup`<br><small>due ${due}</small>` : undefined}</td><td>${rests}</td><td><ul>${flips.map(drawChange)}</ul></td></tr>\n`
}

/** Where a state stands under duties that have a day or a statement of its own; the rest in numbers. */
export const drawDuties = (section: StateSection): Markup => {
  const { duties } = section
  if (duties.length === 0) return markup`<p class="none">It bears none on this day.</p>\n`
  const own = duties.filter(isOfItsOwn)
  const rest = duties.filter((one) => !isOfItsOwn(one))
  const owed = rest.filter(({ status }) => status.value === 'owed').length
  return markup`<details><summary>${counted(own.length, 'duty', 'duties')} with a day or statements of its own</summary>${drawWide('Duties of the state', markup`<table class="duties"><caption>No status says that a duty is kept or broken, and only a must can be owed</caption><thead><tr><th scope="col">Paragraph</th><th scope="col">In our words</th><th scope="col">Status</th><th scope="col">Rests</th><th scope="col">One new fact would change it</th></tr></thead><tbody>${own.map((one) => drawRow(section, one))}</tbody></table>`)}</details>
<p>Of <a href="#duties">the others</a>, ${owed} are owed by it as by every member, and ${rest.length - owed} are unknown: nothing shows that they have come to bind it.</p>
`
}

const drawDuty = (one: Bound): Markup =>
  markup`<tr><th scope="row">${drawCitation(one)}</th><td>${showWord(one.duty.force)}</td><td>${showBearer(one.duty)}</td><td>${one.duty.says}</td><td>${one.trigger === undefined ? (one.due ?? '') : `if ${one.trigger}`}</td></tr>\n`

/** Every duty that states have a status under on a day, once for all of them. */
export const drawDutyRegister = (on: number): Markup => {
  const meanings = Object.entries(owingTexts).map(
    ([status, says]) => markup`<div><dt>${showWord(status)}</dt><dd>${says}</dd></div>`,
  )
  return markup`<p>Each member state has one of four statuses under each of these; none of them says that a duty is kept.</p>
<dl class="sources">${meanings}</dl>
${drawWide('Duties in force', markup`<table class="calendar"><caption>Duties in force on ${fromDay(on)}, without those on workers, which are the axes above</caption><thead><tr><th scope="col">Paragraph</th><th scope="col">Force</th><th scope="col">Who</th><th scope="col">In our words</th><th scope="col">By when, or if what</th></tr></thead><tbody>${boundOn(on).map(drawDuty)}</tbody></table>`)}
`
}
