import { compareAmounts } from './amounts.ts'
import { type FlowKind, type FlowPicture, type ShownFlow, toShownFlow } from './flow-nodes.ts'
import { type Markup, markup } from './markup.ts'
import { counted } from './ring-nodes.ts'
import {
  bar,
  type Layout,
  layOutFlow,
  lineHeight,
  type Measures,
  type PlacedLink,
  type PlacedNode,
} from './sankey-layout.ts'

export type { FlowKind, FlowLink, FlowNode, FlowPicture } from './flow-nodes.ts'

/** Room beside the first column for ribbons that lead back to it. */
const turn = 26

const colours: Readonly<Record<FlowKind, string>> = {
  seed: 'var(--ink,#1b1d20)',
  between: 'var(--plain,#7d848d)',
  holder: 'var(--away,#2f6db3)',
  stop: 'var(--toward,#b4530a)',
}

/** Two sizes, of which a page shows one: for a screen and for a telephone. */
const sizes: Readonly<Record<'wide' | 'narrow', (columns: number) => Measures>> = {
  wide: (columns) => {
    const pitch = Math.min(350, Math.floor(1060 / columns))
    return { pitch, letters: Math.floor((pitch - 30) / 7), tall: 300 }
  },
  narrow: (columns) => {
    const pitch = Math.max(92, Math.floor(340 / columns))
    return { pitch, letters: Math.floor((pitch - 16) / 7), tall: 220 }
  },
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** A band that keeps its height from end to end. */
const drawOnward = (link: PlacedLink, from: number, to: number): string => {
  const middle = round((from + to) / 2)
  const [start, end, width] = [round(link.start), round(link.end), round(link.width)]
  const [low, lowEnd] = [round(start + width), round(end + width)]
  return `M${from} ${start}C${middle} ${start} ${middle} ${end} ${to} ${end}V${lowEnd}C${middle} ${lowEnd} ${middle} ${low} ${from} ${low}Z`
}

/** A line that goes below everything and back. */
const drawBack = (link: PlacedLink, from: number, to: number, floor: number): string => {
  const [start, end] = [round(link.start + link.width / 2), round(link.end + link.width / 2)]
  const middle = round((from + to) / 2)
  return `M${from} ${start}C${from + turn} ${start} ${from + turn} ${floor} ${middle} ${floor}S${to - turn} ${end} ${to} ${end}`
}

const drawLabel = ({ name, notes, x, y, height }: PlacedNode): Markup => {
  const lines = [...name, ...notes]
  const top = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4
  const drawn = lines.map(
    (line, i) =>
      markup`<tspan x="${x + bar + 5}" y="${round(top + i * lineHeight)}"${i < name.length ? markup` style="font-weight:600"` : undefined}>${line}</tspan>`,
  )
  return markup`<text>${drawn}</text>`
}

/** The same in words, for those who cannot see it. */
const describe = ({ nodes, links, columns }: ShownFlow, { write }: FlowPicture): string => {
  const back = links.filter((link) => link.back).length
  const largest = [...links].sort((a, b) => compareAmounts(b.amount, a.amount))
  const told = largest
    .slice(0, 5)
    .map(
      ({ from, to, amount }) =>
        `${nodes[from]?.label} to ${nodes[to]?.label} ${write.exact(amount)}`,
    )
  return `${counted(nodes.length, 'bar')} in ${counted(columns, 'column')}, ${counted(links.length, 'ribbon')}${back > 0 ? `, ${counted(back, 'ribbon')} leading back` : ''}. The widest: ${told.join('; ')}.`
}

const drawSize = (picture: FlowPicture, shown: ShownFlow, size: keyof typeof sizes): Markup => {
  const measures = sizes[size](shown.columns)
  const back = shown.links.filter((link) => link.back)
  const left = back.length > 0 ? turn : 1
  const layout: Layout = layOutFlow(shown, left, measures)
  const { nodes, links } = layout
  const at = (place: number): PlacedNode => nodes[place] as PlacedNode
  let floor = layout.height
  const drawLink = (link: PlacedLink): Markup => {
    const [from, to] = [at(link.from), at(link.to)]
    const says = `${from.label} → ${to.label}: ${picture.write.exact(link.amount)}`
    const colour = colours[to.kind === 'stop' ? 'stop' : 'holder']
    if (!link.back)
      return markup`<path d="${drawOnward(link, from.x + bar, to.x)}" style="fill:${colour};fill-opacity:var(--tie,.26)"><title>${says}</title></path>\n`
    floor += 10 + link.width
    const path = drawBack(link, from.x + bar, to.x, round(floor - link.width / 2))
    return markup`<path d="${path}" style="fill:none;stroke:${colour};stroke-width:${round(link.width)};stroke-dasharray:7 3;stroke-opacity:var(--tie,.4)"><title>${says}, back</title></path>\n`
  }
  const ribbons = links.map(drawLink)
  const bars = nodes.map(
    (node) =>
      markup`<g><rect x="${node.x}" y="${round(node.y)}" width="${bar}" height="${round(node.height)}" style="fill:${colours[node.kind]}"><title>${node.label}${node.note ? `: ${node.note}` : ''}</title></rect>${drawLabel(node)}</g>\n`,
  )
  const width = left + shown.columns * measures.pitch
  const height = Math.ceil(floor + (back.length > 0 ? 6 : 2))
  const id = `${picture.id}-${size}`
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="sankey ${size}" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${id}-title">${picture.title}; every amount is in the table below</title><desc id="${id}-desc">${describe(shown, picture)}</desc><g>${ribbons}</g><g style="stroke:var(--sheet,#fff);stroke-width:3;paint-order:stroke;stroke-linejoin:round">${bars}</g></svg>`
}

/**
 * Draws value on its way as bars and ribbons as wide as their amounts, never thinner than a pixel, by
 * the number of transfers from the seeds. What leads back is dashed and goes below. Twice, for a wide
 * and for a narrow screen: the page shows one. Nothing where nothing moved.
 */
export const sankey = (picture: FlowPicture): readonly Markup[] => {
  const shown = toShownFlow(picture)
  if (shown.links.length === 0) return []
  return [drawSize(picture, shown, 'wide'), drawSize(picture, shown, 'narrow')]
}

/** What is drawn together in a picture, or not at all, in a sentence; empty where everything is drawn by itself. */
export const tellGathered = (picture: FlowPicture): string => {
  const { nodes, within } = toShownFlow(picture)
  const gathered = nodes.filter(({ stands }) => stands > 1)
  const count = gathered.reduce((sum, { stands }) => sum + stands, 0)
  const told = [
    ...(count > 0
      ? [`${count} addresses are drawn together in ${counted(gathered.length, 'bar')}.`]
      : []),
    ...(within > 0n
      ? [`${picture.write.exact(within)} moved inside one bar and shows no ribbon.`]
      : []),
  ]
  return told.join(' ')
}
