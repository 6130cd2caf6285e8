import { type Markup, markup } from '../../figures/index.ts'
import { type Cell, gradeOf, type Proof, showRange, showTime } from '../../obligations/index.ts'
import { drawText } from '../value.ts'
import type { StateSection } from './states-report.ts'
import { showWord } from './words.ts'

/** A statement in an outline: grade, origin and carrier, what it says, and the way to its row. */
export const drawCited = ({ byId }: StateSection, id: string): Markup => {
  const placed = byId.get(id)
  if (!placed) return markup`<code>${id}</code>`
  const { statement, anchor } = placed
  const { origin, carrier, prop, text } = statement
  const number = showRange(statement)
  const time = showTime(statement)
  return markup`<b class="grade">${gradeOf(statement)}</b> ${drawText(origin)}${carrier ? markup` <small>by ${drawText(carrier)}</small>` : undefined}: ${showWord(prop)}${number ? ` ${number}` : ''}${time ? `, ${time}` : ''}. ${drawText(text)} <a href="#${anchor}"><code>${id}</code></a>`
}

const shown = 2

const drawStep = (section: StateSection, { says, statements, parts }: Proof): Markup => {
  const below = parts.length > 0 ? drawSteps(section, parts) : undefined
  if (statements.length === 0)
    return says === '' ? markup`${below}` : markup`<li>${showWord(says)}${below}</li>\n`
  const words = says === '' ? undefined : markup`<span class="step">${showWord(says)}</span> `
  if (statements.length > shown)
    return markup`<li>${words}${statements.map((id) => markup`<a href="#${section.byId.get(id)?.anchor ?? ''}"><code>${id}</code></a> `)}${below}</li>\n`
  const cited = statements.map((id, i) => markup`${i > 0 ? '; ' : ''}${drawCited(section, id)}`)
  return markup`<li>${words}${cited}${below}</li>\n`
}

/** A step without words of its own leaves the place to those below it. */
const flatten = (parts: readonly Proof[]): readonly Proof[] =>
  parts.flatMap((part) =>
    part.says === '' && part.statements.length === 0 ? flatten(part.parts) : [part],
  )

const drawSteps = (section: StateSection, parts: readonly Proof[]): Markup => {
  const steps = flatten(parts)
  if (steps.length === 0) return markup``
  return markup`<ul class="proof">${steps.map((part) => drawStep(section, part))}</ul>`
}

/** The steps to a value and the statements they rest on, as an outline. */
export const drawProof = (section: StateSection, { proof }: Cell<unknown>): Markup => {
  const steps = flatten(proof.parts)
  return steps.length === 0
    ? markup`<p class="none">Rests on no statement.</p>`
    : drawSteps(section, steps)
}
