import { type Markup, markup } from './markup.ts'
import { wrapLabel } from './wrap.ts'

/** When one account was seen with a value; days since 1970-01-01, undefined where that is unknown. */
export type Holding = {
  readonly label: string
  readonly from: number | undefined
  readonly to: number | undefined
}

/** A value and who held it, first to last. */
export type HeldValue = { readonly label: string; readonly holdings: readonly Holding[] }

/** How shared values went from account to account. */
export type HandOvers = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  /** Weightiest first. */
  readonly values: readonly HeldValue[]
}

/** Measures in units of the picture, which is drawn at one unit a pixel. */
const picture = { width: 420, label: 104, row: 14, head: 20, foot: 24 }
const left = picture.label + 8
const right = picture.width - 24
/** Most rows of a picture, and most of one value that are drawn apart. */
const most = { rows: 72, apart: 12 }
const letters = { account: 15, line: 60 }

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** A value that very many held is one row, from the first of them to the last. */
const gather = (value: HeldValue): HeldValue => {
  const { label, holdings } = value
  if (holdings.length <= most.apart) return value
  const known = holdings.flatMap(({ from, to }) => (from === undefined ? [] : [from, to ?? from]))
  const ends = {
    from: known.length > 0 ? Math.min(...known) : undefined,
    to: known.length > 0 ? Math.max(...known) : undefined,
  }
  return { label, holdings: [{ label: `${holdings.length} accounts`, ...ends }] }
}

/** As many values as there is room for, whole ones only. */
const takeRoom = (values: readonly HeldValue[]): readonly HeldValue[] => {
  let rows = 0
  const end = values.findIndex(({ holdings }) => {
    rows += holdings.length + 1
    return rows > most.rows
  })
  return end < 0 ? values : values.slice(0, Math.max(1, end))
}

const monthsOf = (day: number): number => {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
/** First day of a month; months are counted from the year 0. */
const dayOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12) / 86_400_000
const nameOf = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** Months between marks of the axis, so that five or six stand on the axis at most. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

type Axis = { readonly scale: (day: number) => number; readonly months: readonly number[] }

const axisOf = (days: readonly number[]): Axis => {
  const [first, last] = [monthsOf(Math.min(...days)), monthsOf(Math.max(...days)) + 1]
  const step = steps.find((each) => (last - first) / each <= 4) ?? 1200
  const start = Math.floor(first / step) * step
  const count = Math.ceil((last - start) / step)
  const months = Array.from({ length: count + 1 }, (_, i) => start + i * step)
  const [from, to] = [dayOf(start), dayOf(start + count * step)]
  return { months, scale: (day) => round(left + ((day - from) / (to - from)) * (right - left)) }
}

const accountLines = ({ label }: Holding): readonly string[] => wrapLabel(label, letters.account)

const drawLines = (
  lines: readonly string[],
  x: number,
  y: number,
  anchor: 'start' | 'end',
): Markup =>
  markup`<text>${lines.map((line, i) => markup`<tspan x="${x}" y="${y + i * picture.row}" text-anchor="${anchor}">${line}</tspan>`)}</text>`

/** From the first sighting to the last, with a stop at each end; one alone is a stop. */
const drawHolding = (holding: Holding, y: number, { scale }: Axis): Markup => {
  const { from, to } = holding
  const middle = y - 4
  const name = drawLines(accountLines(holding), picture.label, y, 'end')
  if (from === undefined)
    return markup`${name}<text x="${left}" y="${y}" style="fill-opacity:.7">time unknown</text>\n`
  const [start, end] = [scale(from), Math.max(scale(from) + 2, scale((to ?? from) + 1))]
  return markup`${name}<path d="M${start} ${middle - 4}v8M${start} ${middle}H${end}M${end} ${middle - 4}v8" style="stroke:var(--away,#2f6db3);stroke-width:2"/>\n`
}

/** Draws when each shared value was seen with which account, first to last. */
export const handOvers = (data: HandOvers): Markup => {
  const values = takeRoom(data.values.map(gather))
  const days = values.flatMap(({ holdings }) =>
    holdings.flatMap(({ from, to }) => (from === undefined ? [] : [from, to ?? from])),
  )
  const axis = days.length > 0 ? axisOf(days) : undefined
  let y = 0
  const drawn = values.map(({ label, holdings }) => {
    const lines = wrapLabel(label, letters.line)
    const name = drawLines(lines, 4, y + picture.head, 'start')
    y += picture.head + (lines.length - 1) * picture.row
    const rows = holdings.map((holding) => {
      const top = y + picture.row
      y += accountLines(holding).length * picture.row
      return drawHolding(holding, top, axis ?? { scale: () => left, months: [] })
    })
    return markup`<g style="font-weight:600">${name}</g>\n${rows}`
  })
  const bottom = y + 8
  const marks = (axis?.months ?? []).map(
    (month) =>
      markup`<path d="M${axis?.scale(dayOf(month)) ?? left} 8V${bottom}" style="stroke:currentColor;stroke-opacity:.15"/><text x="${axis?.scale(dayOf(month)) ?? left}" y="${bottom + 14}" text-anchor="middle" style="font-size:11px">${nameOf(month)}</text>`,
  )
  const lighter = data.values.length - values.length
  const notes =
    lighter > 0
      ? wrapLabel(
          `${lighter} lighter values are not drawn here; the table has them all.`,
          letters.line,
        )
      : []
  const height = bottom + picture.foot + notes.length * picture.row
  const note = notes.map(
    (line, i) =>
      markup`<text x="4" y="${bottom + picture.foot + 8 + i * picture.row}">${line}</text>`,
  )
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="hand-overs" role="img" aria-labelledby="${data.id}-title" viewBox="0 0 ${picture.width} ${height}" width="${picture.width}" height="${height}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${data.id}-title">${data.title}; every time is in the table below</title>${marks}${drawn}${note}</svg>`
}
