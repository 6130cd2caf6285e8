import { type Markup, markup, type SeriesBand, seriesPlot } from '../../figures/index.ts'
import {
  detectSwitch,
  fromDay,
  groupBy,
  type SwitchFigure,
  type SwitchFinding,
  showRange,
  toFigures,
} from '../../obligations/index.ts'
import type { StateSection } from './states-report.ts'
import { showWord } from './words.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Findings that have a time, with the letters by which picture and words meet. */
type Lettered = SwitchFinding & { readonly letter: string }

const letter = (findings: readonly SwitchFinding[]): readonly Lettered[] => {
  let next = 0
  return findings.map((found) => ({
    ...found,
    letter: found.change ? (letters[next++] ?? '+') : '',
  }))
}

const toBands = (findings: readonly Lettered[]): readonly SeriesBand[] =>
  findings.flatMap(({ change, letter: sign }) =>
    change ? [{ from: change.first, to: change.last, letter: sign }] : [],
  )

const byTime = (a: SwitchFigure, b: SwitchFigure): number => a.from - b.from || a.to - b.to

const drawTable = (
  title: string,
  figures: readonly SwitchFigure[],
  section: StateSection,
): Markup => {
  const row = (figure: SwitchFigure): Markup => {
    const placed = section.byId.get(figure.statement)
    const time =
      figure.from === figure.to
        ? fromDay(figure.to)
        : `${fromDay(figure.from)} to ${fromDay(figure.to)}`
    return markup`<tr><th scope="row">${showWord(figure.purpose)}</th><td>${time}</td><td class="number">${showRange(figure)}</td><td><a href="#${placed?.anchor ?? ''}"><code>${figure.statement}</code></a></td></tr>\n`
  }
  return markup`<details><summary>The numbers</summary><table><caption>${title}</caption><thead><tr><th scope="col">Class</th><th scope="col">Time</th><th scope="col" class="number">Number</th><th scope="col">Statement</th></tr></thead><tbody>${figures.map(row)}</tbody></table></details>
`
}

/** Figures that a row of the same origin corrects, or grades anew: the other is drawn. */
const findCorrected = ({ placed, byId }: StateSection): ReadonlySet<string> =>
  new Set(
    placed.flatMap(({ statement: { relation, target, origin } }) =>
      relation === 'corrects' && target && byId.get(target)?.statement.origin === origin
        ? [target]
        : [],
    ),
  )

/**
 * Figures by what they count and how, a picture each, because numbers of two kinds are never put on one
 * scale; below them what the detector of changed visa classes found, in words. Empty where there is none.
 */
export const drawPlots = (section: StateSection, on: number): Markup | undefined => {
  const corrected = findCorrected(section)
  const known = section.placed.flatMap(({ statement }) =>
    corrected.has(statement.id) ? [] : [statement],
  )
  const figures = toFigures(known).filter(({ to }) => to <= on)
  if (figures.length === 0) return undefined
  const findings = letter(detectSwitch(figures))
  const panels = [
    ...groupBy(figures, ({ measure, kind }) =>
      measure === kind ? measure : `${measure} (${kind})`,
    ),
  ].map(([title, all]) => {
    const sorted = [...all].sort(byTime)
    const measure = sorted[0]?.measure
    const rows = [...groupBy(sorted, ({ purpose }) => purpose)].map(([purpose, points]) => ({
      label: showWord(purpose),
      points,
    }))
    const id = `plot-${section.status.state}-${title.replace(/\W+/g, '-')}`
    const bands = toBands(findings.filter((found) => found.measure === measure))
    return markup`<figure>${seriesPlot({ id, title: `${section.name}: ${title} by class`, rows, bands })}<figcaption>${title} by class, each row on a scale of its own. The top of a box is the number, as thick as its interval is wide; a wider box counts a longer time. The number on the right is the largest of its row.</figcaption></figure>${drawTable(`${title} by class`, sorted, section)}`
  })
  const told = findings.map(
    ({ letter: sign, kind, says }) =>
      markup`<li>${sign ? markup`<b>${sign}</b> ` : undefined}<b>${showWord(kind)}</b>: ${says}</li>\n`,
  )
  return markup`<h4>Figures by class of visa</h4>${panels}<ul class="found">${told}</ul>
`
}
