import { type Markup, markup } from '../../figures/index.ts'
import { type Contradiction, gradeOf } from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import { drawCited } from './proof.ts'
import type { StateSection } from './states-report.ts'
import { showWord } from './words.ts'

/** Long sums name their parts in short; the words of each stand among the statements. */
const shownWhole = 2

const drawPart = (section: StateSection, id: string): Markup => {
  const placed = section.byId.get(id)
  if (!placed) return markup`<code>${id}</code>`
  return markup`<b class="grade">${gradeOf(placed.statement)}</b> ${drawText(placed.statement.origin)} <a href="#${placed.anchor}"><code>${id}</code></a>`
}

const drawSide = (
  section: StateSection,
  { says, statements }: Contradiction['sides'][number],
): Markup =>
  markup`<td><p>${says}</p><ul>${statements.map((id) => markup`<li>${statements.length > shownWhole ? drawPart(section, id) : drawCited(section, id)}</li>`)}</ul></td>`

const drawOne = (section: StateSection, one: Contradiction): Markup =>
  markup`<tr><th scope="row">${showWord(one.kind)}${one.resolve ? markup` <small>it would be resolved if ${one.resolve}</small>` : undefined}</th>${one.sides.map((side) => drawSide(section, side))}</tr>\n`

/** What cannot both be so, side by side; neither is chosen. */
export const drawContradictions = (section: StateSection): Markup => {
  const found = section.status.contradictions.value
  if (found.length === 0) return markup`<p class="none">None was found.</p>\n`
  return markup`${drawWide('Contradictions', markup`<table class="sides"><caption>Both are kept: nothing is averaged, and no side is chosen</caption><thead><tr><th scope="col">Kind</th><th scope="col">One side</th><th scope="col">The other side</th></tr></thead><tbody>${found.map((one) => drawOne(section, one))}</tbody></table>`)}
`
}
