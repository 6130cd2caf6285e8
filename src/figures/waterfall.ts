import { formatBits } from './bits.ts'
import { type Markup, markup } from './markup.ts'
import { wrapLabel } from './wrap.ts'

export type Step = { readonly label: string; readonly millibits: number }

/** How a weight comes together: from the prior, step by step, to the total, which is their sum. */
export type Waterfall = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly prior: Step
  readonly steps: readonly Step[]
  readonly total: string
}

/** Measures in units of the picture, which is drawn at one unit a pixel. */
const picture = { width: 360, label: 108, value: 64, gap: 8, line: 14, pad: 9, bar: 12, tip: 4 }
const labelLetters = 17

/** Colours follow the page that shows the picture; alone, these are readable on white and on black. */
const toward = 'var(--toward,#b4530a)'
const away = 'var(--away,#2f6db3)'
const plain = 'var(--plain,#7d848d)'

type Row = {
  readonly kind: 'end' | 'step'
  readonly lines: readonly string[]
  readonly millibits: number
  readonly from: number
  readonly to: number
  readonly top: number
  readonly height: number
}

const sumOf = ({ prior, steps }: Waterfall): number =>
  steps.reduce((sum, step) => sum + step.millibits, prior.millibits)

const heightOf = (lines: readonly string[]): number =>
  Math.max(1, lines.length) * picture.line + picture.pad

const layOut = (data: Waterfall): Row[] => {
  const sum = sumOf(data)
  let running = data.prior.millibits
  let top = 4
  const row = (kind: Row['kind'], { label, millibits }: Step, from: number, to: number): Row => {
    const lines = wrapLabel(label, labelLetters)
    const placed = { kind, lines, millibits, from, to, top, height: heightOf(lines) }
    top += placed.height
    return placed
  }
  return [
    row('end', data.prior, 0, running),
    ...data.steps.map((step) => {
      const from = running
      running += step.millibits
      return row('step', step, from, running)
    }),
    row('end', { label: data.total, millibits: sum }, 0, sum),
  ]
}

/** Horizontal place of a weight; a tenth of a pixel is fine enough. */
const scaleOf = (rows: readonly Row[]): ((millibits: number) => number) => {
  const ends = rows.flatMap(({ from, to }) => [from, to])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const left = picture.label + picture.gap
  const width = picture.width - left - picture.value - picture.gap
  const span = most - least || 1
  return (millibits) => Math.round((left + ((millibits - least) / span) * width) * 10) / 10
}

/** A part points where it pulls, so that its sign shows without its colour. */
const drawBar = (row: Row, scale: (millibits: number) => number): Markup => {
  const [from, to] = [scale(row.from), scale(row.to)]
  const middle = row.top + row.height / 2
  const [top, bottom] = [middle - picture.bar / 2, middle + picture.bar / 2]
  if (row.kind === 'end') {
    const [x, width] = [Math.min(from, to), Math.max(1, Math.abs(to - from))]
    return markup`<rect x="${x}" y="${top}" width="${round(width)}" height="${picture.bar}" style="fill:${plain}"/>`
  }
  const colour = row.millibits < 0 ? away : toward
  const tip = Math.min(picture.tip, Math.abs(to - from)) * Math.sign(to - from)
  const neck = round(to - tip)
  return markup`<path d="M${from} ${top}H${neck}L${to} ${middle}L${neck} ${bottom}H${from}Z" style="fill:${colour}"/>`
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

const boldOf = (kind: Row['kind']): Markup =>
  kind === 'end' ? markup` style="font-weight:600"` : markup``

const drawLabel = ({ kind, lines, top, height }: Row): Markup => {
  const first = top + (height - lines.length * picture.line) / 2 + 11
  return markup`<text${boldOf(kind)}>${lines.map((line, i) => markup`<tspan x="${picture.label}" y="${first + i * picture.line}" text-anchor="end">${line}</tspan>`)}</text>`
}

const drawValue = ({ kind, millibits, top, height }: Row): Markup => {
  return markup`<text x="${picture.width - 2}" y="${top + height / 2 + 4}" text-anchor="end"${boldOf(kind)}>${formatBits(millibits)}</text>`
}

/** A hair line carries the sum from one row to the next. */
const drawCarry = (
  row: Row,
  next: Row | undefined,
  scale: (millibits: number) => number,
): Markup => {
  if (!next) return markup``
  const [x, top] = [scale(row.to), row.top + row.height / 2 + picture.bar / 2]
  return markup`<path d="M${x} ${top}V${next.top + next.height / 2 - picture.bar / 2}" style="stroke:currentColor;stroke-opacity:.45"/>`
}

const describe = (data: Waterfall): string =>
  [data.prior, ...data.steps, { label: data.total, millibits: sumOf(data) }]
    .map(({ label, millibits }) => `${label} ${formatBits(millibits)} bits`)
    .join('; ')

/** Draws a weight of evidence as an SVG picture that scales, prints, and follows light and dark. */
export const waterfall = (data: Waterfall): Markup => {
  const rows = layOut(data)
  const last = rows.at(-1) as Row
  const scale = scaleOf(rows)
  const height = last.top + last.height + 4
  const zero = scale(0)
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="waterfall" role="img" aria-labelledby="${data.id}-title ${data.id}-desc" viewBox="0 0 ${picture.width} ${height}" width="${picture.width}" height="${height}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${data.id}-title">${data.title}</title><desc id="${data.id}-desc">${describe(data)}</desc><path d="M${zero} 0V${height}" style="stroke:currentColor;stroke-opacity:.25"/><path d="M0 ${last.top}H${picture.width}" style="stroke:currentColor;stroke-opacity:.25"/>${rows.map((row, i) => markup`${drawCarry(row, rows[i + 1], scale)}${drawBar(row, scale)}${drawLabel(row)}${drawValue(row)}`)}</svg>`
}

/** The same in a table, for programs that read aloud and for copying. */
export const waterfallTable = (data: Waterfall): Markup => {
  const row = ({ label, millibits }: Step): Markup =>
    markup`<tr><th scope="row">${label}</th><td class="number">${formatBits(millibits)}</td></tr>`
  return markup`<table><caption>${data.title}</caption><thead><tr><th scope="col">Part</th><th scope="col">Bits</th></tr></thead><tbody>${[data.prior, ...data.steps].map(row)}</tbody><tfoot>${row({ label: data.total, millibits: sumOf(data) })}</tfoot></table>`
}
