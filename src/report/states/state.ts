import { type Markup, markup } from '../../figures/index.ts'
import {
  type Cell,
  fromDay,
  gradeOf,
  labelTexts,
  regradedBy,
  showHeadcount,
  showRange,
  showTime,
} from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import { counted } from '../words.ts'
import { drawCohorts } from './cohorts.ts'
import { drawContradictions } from './contradictions.ts'
import { drawDuties } from './duties.ts'
import { markOf } from './marks.ts'
import { drawPlots } from './plots.ts'
import { drawCited, drawProof } from './proof.ts'
import type { Placed, StateSection, StatesReport } from './states-report.ts'
import { showWord } from './words.ts'

/** Where a state is told of in the page. */
export const anchorOf = (state: string): string => `state-${state}`

const drawCell = (
  section: StateSection,
  {
    name,
    value,
    cell,
  }: { readonly name: string; readonly value: string; readonly cell: Cell<unknown> },
): Markup =>
  markup`<details class="cell"><summary><span class="axis">${name}</span> <b>${value}</b></summary>${drawProof(section, cell)}</details>\n`

const drawAxes = (section: StateSection): Markup => {
  const { midterm, final, presence, authorisation, excuse, headcount } = section.status
  const axes: readonly (readonly [string, string, Cell<unknown>])[] = [
    ['midterm report', showWord(midterm.value), midterm],
    ['final report', showWord(final.value), final],
    ['presence', showWord(presence.value), presence],
    ['authorisation', showWord(authorisation.value), authorisation],
    ['excuse', showWord(excuse.value), excuse],
    ['headcount', showHeadcount(headcount.value), headcount],
  ]
  return markup`<div class="axes">${axes.map(([name, value, cell]) => drawCell(section, { name, value, cell }))}</div>
`
}

/** The reply of a state is part of what is known: its own words, as its statements say them. */
const drawOwnWords = (section: StateSection): Markup => {
  const { state } = section.status
  const own = section.placed.filter(({ statement: { origin } }) =>
    origin
      .split(/[^\p{L}\p{N}]+/u)
      .slice(0, 2)
      .includes(state),
  )
  if (own.length === 0)
    return markup`<p class="none">No statement of the state itself is known; that is no fault of its own in our records, and one can be added.</p>\n`
  return markup`<details><summary>${counted(own.length, 'statement')} of the state itself</summary><ul>${own.map(({ statement }) => markup`<li>${drawCited(section, statement.id)}</li>\n`)}</ul></details>\n`
}

const drawFlips = ({ status }: StateSection): Markup => {
  const flips = status.flips.value
  if (flips.length === 0)
    return markup`<p class="none">No single new fact would change the label.</p>\n`
  return markup`<ul>${flips.map(
    ({ add, label }) =>
      markup`<li>It would be <b>${showWord(label)}</b> if ${add.text} <small>(${gradeOf(add)}, ${add.origin}${showTime(add) ? `, ${showTime(add)}` : ''})</small></li>\n`,
  )}</ul>
`
}

const drawStatement = (section: StateSection, { statement, anchor }: Placed): Markup => {
  const { id, prop, cohort, unit, kind, known, origin, carrier, relation, target, text } = statement
  const number = [showRange(statement), unit, kind && `(${kind})`].filter(Boolean).join(' ')
  const other = target ? section.byId.get(target) : undefined
  const related = other
    ? markup`<a href="#${other.anchor}"><code>${target}</code></a>`
    : markup`<code>${target}</code>`
  const before = regradedBy(statement, (each) => section.byId.get(each)?.statement)[0]
  const how = before ? `graded anew, ${gradeOf(before)} before:` : showWord(relation ?? '')
  return markup`<tr id="${anchor}"><th scope="row"><code>${id}</code></th><td><b class="grade">${gradeOf(statement)}</b></td><td>${showWord(prop)}${cohort ? markup` <small>${cohort}</small>` : undefined}<br>${number}</td><td>${showTime(statement)}<br><small>known ${known}</small></td><td>${drawText(origin)}${carrier ? markup`<br><small>by ${drawText(carrier)}</small>` : undefined}</td><td>${drawText(text)}${relation ? markup` <small>${how} ${related}</small>` : undefined}</td></tr>\n`
}

const drawStatements = (section: StateSection): Markup =>
  markup`<details><summary>${counted(section.placed.length, 'statement')} with grades and sources</summary>${drawWide('Statements', markup`<table class="statements"><caption>What was known, by the time it is about</caption><thead><tr><th scope="col">Id</th><th scope="col">Grade</th><th scope="col">What</th><th scope="col">When</th><th scope="col">Origin, carrier</th><th scope="col">In our words</th></tr></thead><tbody>${section.placed.map((placed) => drawStatement(section, placed))}</tbody></table>`)}</details>
`

/** The page of one state: label, axes, contradictions, figures, what would change it, and all statements. */
export const drawState = (section: StateSection, days: StatesReport): Markup => {
  const { on, known } = days
  const { status, name } = section
  const { state, label } = status
  const mark = markOf(label.value, true)
  return markup`<article id="${anchorOf(state)}" aria-labelledby="${anchorOf(state)}-heading">
<header><p class="rank">${state}, on ${fromDay(on)} as known on ${fromDay(known)}</p><h3 id="${anchorOf(state)}-heading">${name}</h3>
<p class="label"><b class="letter" aria-hidden="true">${mark.letter}</b> <strong>${showWord(label.value)}</strong> <span>${labelTexts[label.value]}</span></p></header>
<h4>Why this label</h4>
${drawProof(section, label)}
<h4>Axes, each with its proof</h4>
${drawAxes(section)}<h4>What one new fact would change</h4>
${drawFlips(section)}<h4>Contradictions</h4>
${drawContradictions(section)}${drawCohorts(section, days)}${drawPlots(section, on)}<h4>Other duties</h4>
${drawDuties(section)}<h4>In its own words</h4>
${drawOwnWords(section)}<h4>Statements</h4>
${drawStatements(section)}</article>
`
}
