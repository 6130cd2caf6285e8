import { type Markup, markup } from './markup.ts'

/** A number of a time, as an interval; days since 1970-01-01. */
export type SeriesPoint = {
  readonly from: number
  readonly to: number
  readonly lo: number
  readonly hi: number
}

export type SeriesRow = { readonly label: string; readonly points: readonly SeriesPoint[] }

/** A time that is marked across all rows; the letter is told beside the picture. */
export type SeriesBand = { readonly from: number; readonly to: number; readonly letter: string }

/** Numbers of one kind over time, a row each with a scale of its own, so that small ones show too. */
export type SeriesPlot = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly rows: readonly SeriesRow[]
  readonly bands: readonly SeriesBand[]
}

/** Measures in units of the picture, which is drawn at one unit a pixel. */
const picture = { width: 720, label: 104, value: 64, row: 46, gap: 10, head: 20, foot: 22 }
const left = picture.label + 8
const right = picture.width - picture.value
const plain = 'var(--away,#2f6db3)'
const marked = 'var(--toward,#b4530a)'

type Scale = (day: number) => number

const round = (pixels: number): number => Math.round(pixels * 10) / 10

const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()
const startOf = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000

/** Whole years that hold all points, and the place of a day among them. */
const spanOf = ({ rows }: SeriesPlot): { first: number; last: number; scale: Scale } => {
  const points = rows.flatMap((row) => row.points)
  const first = yearOf(Math.min(...points.map(({ from }) => from)))
  const last = yearOf(Math.max(...points.map(({ to }) => to))) + 1
  const [from, to] = [startOf(first), startOf(last)]
  return {
    first,
    last,
    scale: (day) =>
      round(left + ((Math.min(Math.max(day, from), to) - from) / (to - from)) * (right - left)),
  }
}

const show = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

const drawRow = ({ label, points }: SeriesRow, top: number, scale: Scale): Markup => {
  const most = Math.max(1, ...points.map(({ hi }) => hi))
  const bottom = top + picture.row - picture.gap
  const place = (count: number): number =>
    round(bottom - (count / most) * (picture.row - picture.gap))
  const bars = points.map(({ from, to, lo, hi }) => {
    const [x, end] = [scale(from), scale(to + 1)]
    const width = Math.max(3, round(end - x))
    const [high, low] = [place(hi), place(lo)]
    return markup`<rect x="${x}" y="${low}" width="${width}" height="${round(bottom - low)}" style="fill:${plain};fill-opacity:.35"/><rect x="${x}" y="${Math.min(high, low - 2)}" width="${width}" height="${Math.max(2, round(low - high))}" style="fill:${plain}"/>`
  })
  return markup`<g><text x="${picture.label}" y="${bottom - 6}" text-anchor="end">${label}</text><path d="M${left} ${bottom}H${right}" style="stroke:currentColor;stroke-opacity:.4"/>${bars}<text x="${right + 8}" y="${top + 10}">${show(most)}</text></g>`
}

const drawBand = ({ from, to, letter }: SeriesBand, height: number, scale: Scale): Markup => {
  const [x, end] = [scale(from), scale(to + 1)]
  return markup`<rect x="${x}" y="${picture.head - 4}" width="${Math.max(2, round(end - x))}" height="${height}" style="fill:${marked};fill-opacity:.14;stroke:${marked};stroke-dasharray:3 3"/><text x="${round((x + end) / 2)}" y="${picture.head - 8}" text-anchor="middle" style="font-weight:700">${letter}</text>`
}

const drawYears = (
  first: number,
  last: number,
  bottom: number,
  scale: Scale,
): readonly Markup[] => {
  const every = Math.ceil((last - first) / 12)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((year) => (year - first) % every === 0)
    .map(
      (year) =>
        markup`<path d="M${scale(startOf(year))} ${picture.head - 4}V${bottom + 4}" style="stroke:currentColor;stroke-opacity:.15"/><text x="${scale(startOf(year))}" y="${bottom + 17}" text-anchor="middle">${year}</text>`,
    )
}

/** Draws series under one another; the box of a number is as high as its interval is wide. */
export const seriesPlot = (data: SeriesPlot): Markup => {
  if (data.rows.every(({ points }) => points.length === 0)) return markup``
  const { first, last, scale } = spanOf(data)
  const body = data.rows.length * picture.row
  const bottom = picture.head + body - picture.gap
  const height = bottom + picture.foot
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="series" role="img" aria-labelledby="${data.id}-title" viewBox="0 0 ${picture.width} ${height}" width="${picture.width}" height="${height}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${data.id}-title">${data.title}; the numbers are in the table below</title>${drawYears(first, last, bottom, scale)}${data.bands.map((band) => drawBand(band, bottom - picture.head + 4, scale))}${data.rows.map((row, i) => drawRow(row, picture.head + i * picture.row, scale))}</svg>`
}
