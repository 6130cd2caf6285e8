import { type Markup, markup } from '../../figures/index.ts'
import { toSpan } from '../../model/index.ts'
import { gradeOf, showRange, showTime, worldFigures } from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import { counted } from '../words.ts'

/** Claims about the world as a whole; they count for no state. */
export const drawWorld = (known: number): Markup => {
  const figures = worldFigures.filter((figure) => toSpan(figure.known).last <= known)
  const rows = figures.map(
    (figure) =>
      markup`<tr><th scope="row">${figure.about}</th><td><b class="grade">${gradeOf(figure)}</b></td><td class="number">${showRange(figure)} <small>${figure.unit}</small></td><td>${showTime(figure)}</td><td>${drawText(figure.origin)}${figure.carrier ? markup`<br><small>by ${drawText(figure.carrier)}</small>` : undefined}</td><td>${figure.text}</td></tr>\n`,
  )
  return markup`<p>These claims are about the world or a state that is not named. They are given no state, and never added.</p>
<details><summary>${counted(figures.length, 'claim')}</summary>${drawWide('Claims about the world', markup`<table class="events"><caption>Totals, filing counts and revenue, each as one source has it</caption><thead><tr><th scope="col">About</th><th scope="col">Grade</th><th scope="col" class="number">Number</th><th scope="col">When</th><th scope="col">Origin, carrier</th><th scope="col">In our words</th></tr></thead><tbody>${rows}</tbody></table>`)}</details>
`
}
