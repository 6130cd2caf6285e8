import { compareAmounts } from './amounts.ts'
import { type ShownFlow, toShownFlow } from './flow-nodes.ts'
import type { FlowKind, FlowPicture } from './flow-picture.ts'
import { type Markup, markup } from './markup.ts'
import { counted } from './ring-nodes.ts'
import {
  bar,
  layOutFlow,
  lineHeight,
  type Measures,
  type PlacedLink,
  type PlacedNode,
} from './sankey-layout.ts'
import { wrapLabel } from './wrap.ts'

export type { FlowKind, FlowNode, FlowPicture } from './flow-picture.ts'

const colours: Readonly<Record<FlowKind, string>> = {
  seed: 'var(--ink,#1b1d20)',
  between: 'var(--plain,#7d848d)',
  holder: 'var(--away,#2f6db3)',
  stop: 'var(--toward,#b4530a)',
}

/** A size, with the room that all columns share and how far a ribbon that turns swings out. */
type Size = Pick<Measures, 'size' | 'tall'> & {
  readonly columns: number
  readonly room: number
  readonly turn: number
}

/** Two sizes, of which a page shows one: for a screen and for a telephone. */
const sizes: Readonly<Record<'wide' | 'narrow', Size>> = {
  wide: { columns: 6, size: 12, room: 1060, turn: 26, tall: 300 },
  narrow: { columns: 4, size: 10.5, room: 366, turn: 12, tall: 220 },
}

/** Room at the right, because fonts differ in width. */
const spare = 8

/** The farthest that two columns stand apart. */
const farthest = 350

/** Letters are a little more than half as wide as they are high. */
const toMeasures = ({ size, tall }: Size, room: number): Measures => {
  const pitch = Math.min(farthest, Math.floor(room))
  return { size, tall, pitch, letters: Math.floor((pitch - bar - 6) / (size * 0.58)) }
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** A band that keeps its height from end to end. */
const drawOnward = (link: PlacedLink, from: number, to: number): string => {
  const middle = round((from + to) / 2)
  const [start, end, width] = [round(link.start), round(link.end), round(link.width)]
  const [low, lowEnd] = [round(start + width), round(end + width)]
  return `M${from} ${start}C${middle} ${start} ${middle} ${end} ${to} ${end}V${lowEnd}C${middle} ${lowEnd} ${middle} ${low} ${from} ${low}Z`
}

type Room = { readonly floor: number; readonly turn: number }

/** A line that goes below everything and back. */
const drawBack = (
  link: PlacedLink,
  [from, to]: readonly [number, number],
  { floor, turn }: Room,
): string => {
  const [start, end] = [round(link.start + link.width / 2), round(link.end + link.width / 2)]
  const middle = round((from + to) / 2)
  return `M${from} ${start}C${from + turn} ${start} ${from + turn} ${floor} ${middle} ${floor}S${to - turn} ${end} ${to} ${end}`
}

/** An arc beside a column, from one of its bars to another. */
const drawBeside = (link: PlacedLink, x: number, turn: number): string => {
  const [start, end] = [round(link.start + link.width / 2), round(link.end + link.width / 2)]
  const out = round(x + turn + link.width / 2)
  return `M${x} ${start}C${out} ${start} ${out} ${end} ${x} ${end}`
}

const drawLabel = ({ name, notes, x, y, height }: PlacedNode): Markup => {
  const lines = [...name, ...notes]
  const top = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4
  const drawn = lines.map(
    (line, i) =>
      markup`<tspan x="${x + bar + 5}" y="${round(top + i * lineHeight)}"${i < name.length ? markup` style="font-weight:600"` : undefined}>${line}</tspan>`,
  )
  return markup`<text>${drawn}</text>\n`
}

/** The same in words, for those who cannot see it. */
const describe = ({ nodes, links, columns }: ShownFlow, { write }: FlowPicture): string => {
  const back = links.filter(({ leads }) => leads === 'back').length
  const largest = [...links].sort((a, b) => compareAmounts(b.amount, a.amount))
  const told = largest
    .slice(0, 5)
    .map(
      ({ from, to, amount }) =>
        `${nodes[from]?.label} to ${nodes[to]?.label} ${write.exact(amount)}`,
    )
  return `${counted(nodes.length, 'bar')} in ${counted(columns, 'column')}, ${counted(links.length, 'ribbon')}${back > 0 ? `, ${counted(back, 'ribbon')} leading back` : ''}. The widest: ${told.join('; ')}.`
}

/** What is drawn together, in a sentence; empty where every address is drawn by itself. */
const tellGathered = ({ nodes, within }: ShownFlow, { write }: FlowPicture): string => {
  const gathered = nodes.filter(({ stands }) => stands > 1)
  const count = gathered.reduce((sum, { stands }) => sum + stands, 0)
  const told = [
    ...(count > 0
      ? [`${count} addresses are drawn together in ${counted(gathered.length, 'bar')}.`]
      : []),
    ...(within > 0n ? [`${write.short(within)} moved inside a bar and shows no ribbon.`] : []),
  ]
  return told.join(' ')
}

const drawSize = (picture: FlowPicture, size: keyof typeof sizes): Markup => {
  const { columns, turn, room } = sizes[size]
  const shown = toShownFlow(picture, columns)
  const left = shown.links.some(({ leads }) => leads === 'back') ? turn : 1
  const measures = toMeasures(sizes[size], (room - left) / shown.columns)
  const { nodes, links, height } = layOutFlow(shown, left, measures)
  let floor = height
  const drawLink = (link: PlacedLink): Markup => {
    const [from, to] = [nodes[link.from], nodes[link.to]] as [PlacedNode, PlacedNode]
    const says = markup`<title>${from.label} → ${to.label}: ${picture.write.exact(link.amount)}</title>`
    const colour = colours[to.kind === 'stop' ? 'stop' : 'holder']
    const start = from.x + bar
    if (link.leads === 'on')
      return markup`<path d="${drawOnward(link, start, to.x)}" style="fill:${colour};fill-opacity:var(--tie,.26)">${says}</path>\n`
    const stroke = markup`fill:none;stroke:${colour};stroke-width:${round(link.width)};stroke-opacity:var(--tie,.26)`
    if (link.leads === 'beside')
      return markup`<path d="${drawBeside(link, start, turn)}" style="${stroke}">${says}</path>\n`
    floor += 4 + link.width
    const path = drawBack(link, [start, to.x], { floor: round(floor - link.width / 2), turn })
    return markup`<path d="${path}" style="${stroke};stroke-dasharray:7 3">${says}</path>\n`
  }
  const ribbons = links.map(drawLink)
  const bars = nodes.map(
    (node) =>
      markup`<rect x="${node.x}" y="${round(node.y)}" width="${bar}" height="${round(node.height)}" style="fill:${colours[node.kind]}"><title>${node.label}${node.note ? `: ${node.note}` : ''}</title></rect>\n`,
  )
  const labels = nodes.map(drawLabel)
  const width = left + shown.columns * measures.pitch + spare
  const told = tellGathered(shown, picture)
  const notes = told ? wrapLabel(told, Math.floor(width / (measures.size * 0.55))) : []
  const bottom = Math.ceil(floor) + 4
  const note = notes.map(
    (line, i) => markup`<tspan x="${left}" y="${bottom + (i + 1) * lineHeight}">${line}</tspan>`,
  )
  const whole = bottom + (notes.length > 0 ? notes.length * lineHeight + 6 : 0)
  const id = `${picture.id}-${size}`
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="sankey ${size}" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" style="fill:currentColor;font:${measures.size}px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${id}-title">${picture.title}; every amount is in the table below</title><desc id="${id}-desc">${describe(shown, picture)} ${told}</desc><g>${ribbons}</g><g style="stroke:var(--sheet,#fff);stroke-width:3;paint-order:stroke;stroke-linejoin:round">${bars}${labels}</g><text>${note}</text></svg>`
}

/**
 * Draws value on its way as bars and ribbons as wide as their amounts, never thinner than a pixel, by
 * the number of transfers from the seeds. What leads back is dashed and goes below. Twice, for a wide
 * and for a narrow screen: the page shows one. Nothing where nothing moved.
 */
export const sankey = (picture: FlowPicture): readonly Markup[] =>
  picture.links.some(({ from, to, amount }) => from !== to && amount > 0n)
    ? [drawSize(picture, 'wide'), drawSize(picture, 'narrow')]
    : []
