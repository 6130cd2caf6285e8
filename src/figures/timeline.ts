import { type Markup, markup } from './markup.ts'

/** What happened in a time; days since 1970-01-01. A larger weight makes a longer stroke. */
export type TimelineMark = {
  readonly from: number
  readonly to: number
  readonly weight?: number
  readonly says: string
}

export type TimelineLane = { readonly label: string; readonly marks: readonly TimelineMark[] }

/** Events in lanes over the same years. */
export type TimelinePlot = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly lanes: readonly TimelineLane[]
}

/** Measures in units of the picture. */
const picture = { width: 1100, label: 120, row: 34, gap: 8, head: 6, foot: 22 }
const left = picture.label + 10
const right = picture.width - 12
const stroke = 'var(--away,#2f6db3)'

const round = (pixels: number): number => Math.round(pixels * 10) / 10
const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()
const startOf = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000

/** Draws every event as a stroke in its lane; pointing at one tells it. */
export const timelinePlot = ({ id, title, lanes }: TimelinePlot): Markup => {
  const marks = lanes.flatMap((lane) => lane.marks)
  if (marks.length === 0) return markup``
  const first = yearOf(Math.min(...marks.map(({ from }) => from)))
  const last = yearOf(Math.max(...marks.map(({ to }) => to))) + 1
  const [from, to] = [startOf(first), startOf(last)]
  const scale = (day: number): number => round(left + ((day - from) / (to - from)) * (right - left))
  const bottom = picture.head + lanes.length * picture.row
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const drawYear = (year: number): Markup =>
    markup`<path d="M${scale(startOf(year))} ${picture.head}V${bottom}" style="stroke:currentColor;stroke-opacity:.15"/>${
      (year - first) % 2 === 0
        ? markup`<text x="${scale(startOf(year))}" y="${bottom + 15}" text-anchor="middle">${year}</text>`
        : undefined
    }`
  const drawLane = (lane: TimelineLane, i: number): Markup => {
    const floor = picture.head + (i + 1) * picture.row - 4
    const room = picture.row - picture.gap
    const most = Math.max(1, ...lane.marks.map(({ weight = 1 }) => weight))
    const strokes = lane.marks.map((mark) => {
      const [x, end] = [scale(mark.from), scale(mark.to + 1)]
      const long = Math.max(10, ((mark.weight ?? most) / most) * room)
      return markup`<rect x="${x}" y="${round(floor - long)}" width="${Math.max(2.5, round(end - x))}" height="${round(long)}" style="fill:${stroke};fill-opacity:.75"><title>${mark.says}</title></rect>`
    })
    return markup`<text x="${picture.label}" y="${floor - 7}" text-anchor="end">${lane.label}</text><path d="M${left} ${floor}H${right}" style="stroke:currentColor;stroke-opacity:.3"/>${strokes}\n`
  }
  const height = bottom + picture.foot
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" aria-labelledby="${id}-title" viewBox="0 0 ${picture.width} ${height}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${id}-title">${title}; every event is in the table below</title>${years.map(drawYear)}${lanes.map(drawLane)}</svg>`
}
