import { type Markup, markup } from '../figures/index.ts'
import type { Evidence } from '../model/index.ts'
import { bearerTexts, findDuty, findMemberState } from '../obligations/index.ts'
import type { ReportFinding } from './report.ts'
import { drawWide } from './scroll.ts'
import { drawText } from './value.ts'

const drawBearer = ({ left = '', feature }: Evidence): Markup => {
  const name = findMemberState(left)?.name
  return markup`<b>${name ?? left}</b>${name ? markup` <small>${left}</small>` : undefined}<br><small>${bearerTexts[feature] ?? feature}</small>`
}

const drawLine = (line: Evidence, before: Evidence | undefined): Markup => {
  const duty = findDuty(line.group)
  const cited = duty?.instrument
    ? markup`<a href="${duty.instrument.link}" rel="noopener noreferrer">${line.right}</a>`
    : markup`${line.right}`
  const same = before?.left === line.left && before?.feature === line.feature
  return markup`<tr><th scope="row">${same ? markup`<small class="same">${line.left}</small>` : drawBearer(line)}</th><td>${cited} <small>${line.group}</small></td><td>${duty ? `${duty.force.replaceAll('_', ' ')}: ${duty.says}` : undefined}<br><small>${line.how}</small></td></tr>\n`
}

/** The states that a case touches and what each owes, by paragraph; owed only under the conditions. */
export const drawOwed = ({ finding, designation }: ReportFinding): Markup => {
  const { weight, evidence } = finding
  const flips = weight.kind === 'graded' ? weight.flips : []
  const named = designation
    ? markup`<p>These lines rest on the match with ${drawText(designation.caption)} above and say no more of the subject than it does. They are told in our words; the text is behind the link.</p>`
    : undefined
  return markup`${named}${drawWide('Who owes what', markup`<table class="owed"><caption>States that this case touches, and who owes what</caption><thead><tr><th scope="col">Who</th><th scope="col">Paragraph</th><th scope="col">What, and on which conditions</th></tr></thead><tbody>${evidence.map((line, i) => drawLine(line, evidence[i - 1]))}</tbody></table>`)}<ul class="flips">${flips.map((flip) => markup`<li>${flip}</li>`)}</ul>
`
}
