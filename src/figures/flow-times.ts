import { largestOf, shareOf } from './amounts.ts'
import { type Markup, markup } from './markup.ts'
import { timeAxis } from './time-axis.ts'
import { wrapLabel } from './wrap.ts'

/** Value that moved in a time; milliseconds since 1970-01-01, the first and the last transfer of it. */
export type MovedMark = {
  readonly from: number
  readonly to: number
  readonly amount: bigint
  readonly says: string
}

/** What belongs together: left the seeds, came to services. A stop has a colour of its own. */
export type MovedLane = {
  readonly label: string
  readonly stop: boolean
  readonly marks: readonly MovedMark[]
}

/** When value moved. */
export type FlowTimes = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly lanes: readonly MovedLane[]
}

/** Measures in units of the picture, which is drawn at one unit a pixel. */
const picture = { width: 420, line: 15, tall: 30, gap: 12, foot: 34, letters: 62 }
const ends = { left: 36, right: picture.width - 36 }
const thinnest = 2.5

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** Draws each amount as a stroke over its time, as tall as it is large, in lanes of one scale. */
export const flowTimes = ({ id, title, lanes }: FlowTimes): Markup => {
  const marks = lanes.flatMap((lane) => lane.marks)
  if (marks.length === 0) return markup``
  const axis = timeAxis(
    marks.flatMap(({ from, to }) => [from, to]),
    ends,
  )
  const most = largestOf(marks.map(({ amount }) => amount))
  let y = 2
  const drawn = lanes.map((lane) => {
    const lines = wrapLabel(lane.label, picture.letters)
    const top = y + lines.length * picture.line
    const floor = top + picture.tall + 4
    const label = lines.map(
      (line, i) => markup`<tspan x="2" y="${y + 11 + i * picture.line}">${line}</tspan>`,
    )
    const colour = lane.stop ? 'var(--toward,#b4530a)' : 'var(--away,#2f6db3)'
    const strokes = lane.marks.map(({ from, to, amount, says }) => {
      const [start, end] = [axis.scale(from), axis.scale(to)]
      const width = Math.max(thinnest, round(end - start))
      const tall = Math.max(3, round(shareOf(amount, most) * picture.tall))
      return markup`<rect x="${start}" y="${round(floor - tall)}" width="${width}" height="${tall}" style="fill:${colour};fill-opacity:.6"><title>${says}</title></rect>`
    })
    y = floor + picture.gap
    return markup`<text>${label}</text><path d="M2 ${floor}H${picture.width - 2}" style="stroke:currentColor;stroke-opacity:.3"/>${strokes}\n`
  })
  const bottom = y - picture.gap
  const drawnMarks = axis.marks.map(
    ({ x, says, day }) =>
      markup`<path d="M${x} 2V${bottom + 4}" style="stroke:currentColor;stroke-opacity:.15"/><text text-anchor="middle" style="font-size:11px"><tspan x="${x}" y="${bottom + 16}">${says}</tspan>${day ? markup`<tspan x="${x}" y="${bottom + 29}">${day}</tspan>` : undefined}</text>`,
  )
  const height = bottom + picture.foot
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="flow-times" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${picture.width} ${height}" width="${picture.width}" height="${height}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${id}-title">${title}; every time is in the table below</title>${drawnMarks}${drawn}</svg>`
}
