import { largestOf, shareOf } from './amounts.ts'
import type { ShownFlow, ShownLink, ShownNode } from './flow-nodes.ts'
import { wrapLabel } from './wrap.ts'

/** Measures in units of the picture, which is drawn at one unit a pixel. */
export type Measures = {
  /** Height of a letter. */
  readonly size: number
  /** From one column to the next; labels stand in between. */
  readonly pitch: number
  /** Letters of a line of a label. */
  readonly letters: number
  /** How tall the fullest column would be without gaps. */
  readonly tall: number
}

export type PlacedNode = ShownNode & {
  readonly name: readonly string[]
  readonly notes: readonly string[]
  readonly x: number
  /** Top and height of the bar. */
  readonly y: number
  readonly height: number
}

/** Where a ribbon leaves and arrives, from its upper edge, and how wide it is. */
export type PlacedLink = ShownLink & {
  readonly start: number
  readonly end: number
  readonly width: number
}

export type Layout = {
  readonly nodes: readonly PlacedNode[]
  readonly links: readonly PlacedLink[]
  readonly height: number
}

export const bar = 9
export const lineHeight = 14
const gap = 12
const rounds = 12

type Box = Omit<PlacedNode, 'y'> & { readonly slot: number }

/**
 * Places bars so that few ribbons cross, and ribbons side by side at their bars. Each column in turn
 * is ordered by the mean height of what it is tied to, weighted by width (the barycentre rule of
 * Sugiyama, Tagawa and Toda, 1981), and moved there as far as its bars leave room.
 */
export const layOutFlow = (flow: ShownFlow, left: number, measures: Measures): Layout => {
  const columns = Array.from({ length: flow.columns }, (_, column) =>
    flow.nodes.flatMap((node, at) => (node.column === column ? [at] : [])),
  )
  const sums = columns.map((own) => own.reduce((sum, at) => sum + throughAt(flow, at), 0n))
  const whole = largestOf(sums)
  const thick = (amount: bigint): number => Math.max(1, shareOf(amount, whole) * measures.tall)
  const boxes = flow.nodes.map((node): Box => {
    const name = wrapLabel(node.label, measures.letters)
    const notes = node.note === '' ? [] : wrapLabel(node.note, measures.letters)
    const height = thick(node.through)
    const slot = Math.max(height, (name.length + notes.length) * lineHeight) + gap
    return { ...node, name, notes, height, slot, x: left + node.column * measures.pitch }
  })
  const heights = columns.map((own) => own.reduce((sum, at) => sum + (boxes[at] as Box).slot, 0))
  const height = Math.ceil(Math.max(0, ...heights))
  const centres = settle(flow, { columns, boxes, height })
  const nodes = boxes.map(
    ({ slot: _, ...box }, at): PlacedNode => ({
      ...box,
      y: (centres[at] as number) - box.height / 2,
    }),
  )
  return { nodes, height, links: bundle(flow, nodes, thick) }
}

const throughAt = ({ nodes }: ShownFlow, at: number): bigint => (nodes[at] as ShownNode).through

type Standing = {
  readonly columns: readonly (readonly number[])[]
  readonly boxes: readonly Box[]
  readonly height: number
}

/** The height of the middle of each bar. */
const settle = (flow: ShownFlow, { columns, boxes, height }: Standing): readonly number[] => {
  const ties = boxes.map((): { other: number; weight: number }[] => [])
  for (const { from, to, amount, leads } of flow.links) {
    if (leads !== 'on') continue
    const weight = shareOf(amount, throughAt(flow, from)) + 1e-6
    ties[from]?.push({ other: to, weight })
    ties[to]?.push({ other: from, weight })
  }
  const centres = new Array<number>(boxes.length).fill(height / 2)
  const orders = columns.map((own) => [...own])
  const stack = (own: readonly number[], wanted: (at: number) => number): void => {
    let free = 0
    const tops = own.map((at) => {
      const { slot } = boxes[at] as Box
      const top = Math.max(free, wanted(at) - slot / 2)
      free = top + slot
      return top
    })
    let room = height
    for (let i = own.length - 1; i >= 0; i--) {
      const { slot } = boxes[own[i] as number] as Box
      const top = Math.min(tops[i] as number, room - slot)
      centres[own[i] as number] = top + slot / 2
      room = top
    }
  }
  for (const own of orders) stack(own, (at) => centres[at] as number)
  for (let round = 0; round < rounds; round++) {
    const turn = round % 2 === 0 ? orders : [...orders].reverse()
    for (const own of turn) {
      const wanted = new Map(own.map((at) => [at, meanOf(ties[at] ?? [], centres, at)]))
      const wish = (at: number): number => wanted.get(at) as number
      own.sort((a, b) => wish(a) - wish(b) || (centres[a] as number) - (centres[b] as number))
      stack(own, wish)
    }
  }
  return centres
}

/** The weighted mean height of what a bar is tied to; its own where it is tied to nothing. */
const meanOf = (
  ties: readonly { readonly other: number; readonly weight: number }[],
  centres: readonly number[],
  own: number,
): number => {
  const weight = ties.reduce((sum, tie) => sum + tie.weight, 0)
  const sum = ties.reduce((all, tie) => all + tie.weight * (centres[tie.other] as number), 0)
  return weight > 0 ? sum / weight : (centres[own] as number)
}

/** Ribbons leave and reach a bar one below the other, in the order of their other ends. */
const bundle = (
  { links }: ShownFlow,
  nodes: readonly PlacedNode[],
  thick: (amount: bigint) => number,
): readonly PlacedLink[] => {
  const side = (own: 'from' | 'to', other: 'from' | 'to'): readonly number[] => {
    const used = new Map<number, number>()
    const offsets = new Array<number>(links.length).fill(0)
    const order = links
      .map((link, i) => ({ link, i }))
      .sort(
        (a, b) =>
          Number(a.link.leads === 'back') - Number(b.link.leads === 'back') ||
          (nodes[a.link[other]] as PlacedNode).y - (nodes[b.link[other]] as PlacedNode).y ||
          a.i - b.i,
      )
    for (const { link, i } of order) {
      const at = link[own]
      offsets[i] = (nodes[at] as PlacedNode).y + (used.get(at) ?? 0)
      used.set(at, (used.get(at) ?? 0) + thick(link.amount))
    }
    return offsets
  }
  const [starts, ends] = [side('from', 'to'), side('to', 'from')]
  return links.map((link, i) => ({
    ...link,
    start: starts[i] as number,
    end: ends[i] as number,
    width: thick(link.amount),
  }))
}
