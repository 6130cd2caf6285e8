import { type Markup, markup } from './markup.ts'
import { counted, type RingEdge, type RingNode, type RingPicture, toNodes } from './ring-nodes.ts'
import { orderNodes } from './ring-order.ts'
import { wrapLabel } from './wrap.ts'

export type { RingPicture } from './ring-nodes.ts'

/** Measures in units of the picture, which is drawn at one unit a pixel. */
const picture = { width: 436, left: 104, right: 250, line: 14, pad: 3, head: 22, sign: 4 }
const letters = { left: 15, right: 24, note: 62 }
/** How far a line goes straight on before it turns. */
const bend = 34
const [lineStart, lineEnd] = [picture.left + 8, picture.right - 8]

/** Signs of channels, so that a channel shows without its name. Each is drawn around a place. */
const signs: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 4} ${y - 4}h8v8h-8z`,
  (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
  (x, y) => `M${x - 5} ${y + 4}l5 -9l5 9z`,
  (x, y) => `M${x - 5} ${y - 4}h10l-5 9z`,
  (x, y) => `M${x - 5} ${y - 2}h3v-3h4v3h3v4h-3v3h-4v-3h-3z`,
  (x, y) => `M${x - 5} ${y}l3 -5h4l3 5l-3 5h-4z`,
  (x, y) => `M${x - 5} ${y - 3}h10v6h-10z`,
]

type Placed = { readonly node: RingNode; readonly lines: readonly string[]; readonly y: number }

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** Puts signs one below the other, with room for the name of each new channel. */
const stack = (nodes: readonly RingNode[], order: readonly number[], width: number) => {
  const placed = new Map<number, Placed>()
  const heads: { readonly channel: string; readonly y: number }[] = []
  let y = 4
  let channel = ''
  for (const at of order) {
    const node = nodes[at] as RingNode
    if (node.channel !== channel) {
      channel = node.channel
      heads.push({ channel, y: y + 14 })
      y += picture.head
    }
    const lines = wrapLabel(node.label, width)
    const height = lines.length * picture.line + picture.pad
    placed.set(at, { node, lines, y: y + height / 2 })
    y += height
  }
  return { placed, heads, height: y + 4 }
}

/** Spreads the shorter side over the height of the longer one. */
const stretch = (placed: ReadonlyMap<number, Placed>, own: number, height: number) =>
  new Map([...placed].map(([at, each]) => [at, { ...each, y: round((each.y / own) * height) }]))

const drawText = ({ lines, y }: Placed, x: number, anchor: 'start' | 'end'): Markup => {
  const top = y - ((lines.length - 1) * picture.line) / 2 + 4
  return markup`<text>${lines.map((line, i) => markup`<tspan x="${x}" y="${round(top + i * picture.line)}" text-anchor="${anchor}">${line}</tspan>`)}</text>`
}

/** A line from an account to a value, wider where it stands for several. */
const drawEdge = (from: number, to: number, { stands }: RingEdge): Markup => {
  const width = round(Math.min(5, 0.7 + Math.log2(stands) * 0.6))
  return markup`<path d="M${lineStart} ${from}C${lineStart + bend} ${from} ${lineEnd - bend} ${to} ${lineEnd} ${to}" stroke-width="${width}"/>`
}

/** The same in words, for those who cannot see it. */
const describe = ({ accounts, values }: RingPicture): string => {
  const channels = [...new Set(values.map(({ channel }) => channel))]
  const told = channels.map((channel) => {
    const own = values.filter((value) => value.channel === channel)
    const holders = new Set(own.flatMap((value) => value.holders))
    return `${channel}: ${counted(own.length, 'value')} shared by ${counted(holders.size, 'account')}`
  })
  return `${counted(accounts.length, 'account')}. ${told.join('; ')}.`
}

/**
 * Draws a ring: its accounts on the left, what they share on the right by channel, and a line for each
 * that holds one. Too many are drawn together with their number, and the picture says so.
 */
export const ringPicture = (data: RingPicture): Markup => {
  const nodes = toNodes(data)
  const order = orderNodes(nodes)
  const left = stack(nodes.left, order.left, letters.left)
  const right = stack(nodes.right, order.right, letters.right)
  const height = Math.ceil(Math.max(left.height, right.height))
  const accounts = stretch(left.placed, left.height, height)
  const values =
    left.height > right.height ? stretch(right.placed, right.height, height) : right.placed
  const heads =
    left.height > right.height
      ? right.heads.map(({ channel, y }) => ({ channel, y: round((y / right.height) * height) }))
      : right.heads
  const channels = heads.map(({ channel }) => channel)
  const yOf = (side: ReadonlyMap<number, Placed>, at: number): number =>
    round((side.get(at) as Placed).y)
  const drawAccount = ([at, placed]: readonly [number, Placed]): Markup => {
    const own = nodes.edges.filter((edge) => edge.left === at)
    return markup`<g><g style="fill:none;stroke:var(--tied,currentColor);stroke-opacity:var(--tie,.4)">${own.map((edge) => drawEdge(yOf(accounts, at), yOf(values, edge.right), edge))}</g><circle cx="${picture.left + 4}" cy="${round(placed.y)}" r="${picture.sign}"/>${drawText(placed, picture.left - 4, 'end')}</g>\n`
  }
  const drawValue = (placed: Placed): Markup => {
    const sign = signs[
      channels.indexOf(placed.node.channel) % signs.length
    ] as (typeof signs)[number]
    return markup`<path d="${sign(picture.right - 2, round(placed.y))}" style="fill:var(--away,#2f6db3)"/>${drawText(placed, picture.right + 8, 'start')}\n`
  }
  const drawHead = ({ channel, y }: { readonly channel: string; readonly y: number }): Markup =>
    markup`<text x="${picture.right + 8}" y="${y}" style="font-weight:600">${channel}</text>`
  const notes = nodes.grouped === '' ? [] : wrapLabel(nodes.grouped, letters.note)
  const note = markup`<text>${notes.map((line, i) => markup`<tspan x="4" y="${height + 16 + i * picture.line}">${line}</tspan>`)}</text>`
  const whole = height + (notes.length > 0 ? notes.length * picture.line + 10 : 0)
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="ring" role="img" aria-labelledby="${data.id}-title ${data.id}-desc" viewBox="0 0 ${picture.width} ${whole}" width="${picture.width}" height="${whole}" style="fill:currentColor;font:12px system-ui,sans-serif;font-variant-numeric:tabular-nums"><title id="${data.id}-title">${data.title}</title><desc id="${data.id}-desc">${describe(data)}</desc>${[...accounts].map(drawAccount)}${heads.map(drawHead)}${[...values.values()].map(drawValue)}${notes.length > 0 ? note : undefined}</svg>`
}
