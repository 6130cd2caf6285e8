import { type Markup, markup } from './markup.ts'
import { type Place, spread } from './spread.ts'

/** How an area is filled: the texture and the letter tell it without its colour. */
export type MapMark = {
  readonly key: string
  /** At most two signs; none where the fill says enough. */
  readonly letter: string
  /** What it stands for, in a few words. */
  readonly says: string
  readonly texture: 'solid' | 'stripes' | 'grid' | 'dots' | 'bars' | 'empty' | 'rim'
  /** A colour of CSS, such as a variable of the page. */
  readonly colour: string
}

/** A land, or a dot where it is too small to have an outline. */
export type MapArea = {
  readonly name: string
  /** Commands of an SVG path, in units of the map. */
  readonly path?: string
  /** Where its letter or dot stands. */
  readonly at: readonly [number, number]
  /** Key of a mark; undefined for a land that nothing is said of. */
  readonly mark?: string
  /** Where more is said of it in the page. */
  readonly href?: string
}

export type WorldMap = {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  readonly width: number
  readonly height: number
  readonly marks: readonly MapMark[]
  readonly areas: readonly MapArea[]
}

const size = { letter: 34, dot: 7, marked: 13 }
/** Room that a letter takes, with the rim that sets it off from what is below. */
const room = { width: 32, height: 34 }
const line = 'var(--mapline,#6b7178)'
const land = 'var(--mapland,#e7e4dc)'
const ink = 'var(--ink,#1b1d20)'
const paper = 'var(--sheet,#fff)'

const textures: Readonly<Record<MapMark['texture'], (colour: string) => Markup>> = {
  solid: (colour) => markup`<rect width="12" height="12" style="fill:${colour}"/>`,
  stripes: (colour) =>
    markup`<rect width="12" height="12" style="fill:${paper}"/><path d="M-3 3L3-3M0 12L12 0M9 15L15 9" style="stroke:${colour};stroke-width:4.5"/>`,
  grid: (colour) =>
    markup`<rect width="12" height="12" style="fill:${paper}"/><path d="M0 6H12M6 0V12" style="stroke:${colour};stroke-width:3"/>`,
  dots: (colour) =>
    markup`<rect width="12" height="12" style="fill:${paper}"/><circle cx="6" cy="6" r="3.2" style="fill:${colour}"/>`,
  bars: (colour) =>
    markup`<rect width="12" height="12" style="fill:${paper}"/><path d="M0 6H12" style="stroke:${colour};stroke-width:5"/>`,
  rim: (colour) =>
    markup`<rect width="12" height="12" style="fill:${land}"/><circle cx="6" cy="6" r="1.6" style="fill:${colour}"/>`,
  empty: () => markup`<rect width="12" height="12" style="fill:${land}"/>`,
}

const patternId = (id: string, key: string): string => `${id}-${key.replaceAll('_', '-')}`

const drawPattern =
  (id: string) =>
  ({ key, texture, colour }: MapMark): Markup =>
    markup`<pattern id="${patternId(id, key)}" width="12" height="12" patternUnits="userSpaceOnUse">${textures[texture](colour)}</pattern>`

type Drawn = {
  readonly id: string
  readonly marks: ReadonlyMap<string, MapMark>
  /** Where letters stand that would have covered another. */
  readonly letters: ReadonlyMap<MapArea, Place>
}

const drawShape = ({ id, marks }: Drawn, { path, at, mark }: MapArea): Markup => {
  const found = marks.get(mark ?? '')
  const fill = found ? `url(#${patternId(id, found.key)})` : 'none'
  if (path)
    return markup`<path d="${path}" fill="${fill}"${found?.letter ? markup` class="told"` : undefined}/>`
  const radius = found?.letter ? size.marked : size.dot
  return markup`<circle cx="${at[0]}" cy="${at[1]}" r="${radius}" fill="${fill}"/>`
}

/** A letter that has moved is led back to its land by a line. It leads where its land does, which names it. */
const drawLetter = ({ marks, letters }: Drawn, area: MapArea): Markup | undefined => {
  const letter = marks.get(area.mark ?? '')?.letter
  if (!letter) return undefined
  const [x, y] = letters.get(area) ?? area.at
  const [homeX, homeY] = area.at
  const leader =
    x === homeX && y === homeY
      ? undefined
      : markup`<path d="M${homeX} ${homeY}L${x} ${y}" style="stroke:${ink};stroke-width:2"/>`
  const inside = markup`${leader}<text x="${x}" y="${y + size.letter / 3}" text-anchor="middle" style="font:700 ${size.letter}px system-ui,sans-serif;fill:${ink};stroke:${paper};stroke-width:7;paint-order:stroke">${letter}</text>`
  return area.href ? markup`<a href="${area.href}" tabindex="-1">${inside}</a>` : inside
}

const drawArea = (drawn: Drawn, area: MapArea): Markup => {
  const says = drawn.marks.get(area.mark ?? '')?.says
  const name = says ? `${area.name}: ${says}` : area.name
  const inside = markup`<title>${name}</title>${drawShape(drawn, area)}`
  return area.href
    ? markup`<a href="${area.href}" aria-label="${name}">${inside}</a>\n`
    : markup`<g>${inside}</g>\n`
}

/**
 * A map of areas with marks. Lands that lead somewhere come last, so that a neighbour's outline never
 * covers theirs; each is a link with a name of its own, the others are named when pointed at. Letters
 * come above all of them.
 */
export const worldMap = (data: WorldMap): Markup => {
  const marks = new Map(data.marks.map((mark) => [mark.key, mark]))
  const lettered = data.areas.filter(({ mark }) => marks.get(mark ?? '')?.letter)
  const places = spread(
    lettered.map(({ at }) => at),
    room,
  )
  const letters = new Map(lettered.map((area, at) => [area, places[at] as Place]))
  const drawn: Drawn = { id: data.id, marks, letters }
  const [quiet, told] = [
    data.areas.filter(({ href }) => !href),
    data.areas.filter(({ href }) => href),
  ]
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="map" role="group" aria-label="${data.title}" viewBox="0 0 ${data.width} ${data.height}" style="stroke:${line};stroke-width:1.5;stroke-linejoin:round"><defs style="stroke:none">${data.marks.map(drawPattern(data.id))}</defs>
${[...quiet, ...told].map((area) => drawArea(drawn, area))}<g aria-hidden="true">${lettered.flatMap((area) => drawLetter(drawn, area) ?? [])}</g></svg>`
}

/** What the marks stand for, with how many areas have each. */
export const mapLegend = ({ id, marks, areas }: WorldMap): Markup => {
  const items = marks.map((mark) => {
    const count = areas.filter((area) => area.mark === mark.key).length
    return markup`<li><svg width="34" height="24" viewBox="0 0 34 24" aria-hidden="true"><rect x="1" y="1" width="32" height="22" fill="url(#${patternId(id, mark.key)})" style="stroke:${line}"/>${mark.letter ? markup`<text x="17" y="18" text-anchor="middle" style="font:700 16px system-ui,sans-serif;fill:${ink};stroke:${paper};stroke-width:4;paint-order:stroke">${mark.letter}</text>` : undefined}</svg> <span>${mark.says}</span> <b>${count}</b></li>\n`
  })
  return markup`<ul class="legend">${items}</ul>`
}
