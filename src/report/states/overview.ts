import outlines from '../../../data/outlines.json' with { type: 'json' }
import {
  type MapArea,
  type Markup,
  mapLegend,
  markup,
  type WorldMap,
  worldMap,
} from '../../figures/index.ts'
import { findMemberState, showHeadcount } from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { markOf, marks } from './marks.ts'
import { anchorOf } from './state.ts'
import type { StateSection } from './states-report.ts'
import { showWord } from './words.ts'

type Outline = {
  readonly code: string
  readonly at: readonly [number, number]
  readonly path?: string
}

/** Reads `KWT 1299 356 M1305 349l…z`; a dot has no path. */
const readOutline = (row: string): Outline => {
  const [code = '', x, y, ...path] = row.split(' ')
  const at = [Number(x), Number(y)] as const
  return path.length > 0 ? { code, at, path: path.join(' ') } : { code, at }
}

/** Every land of the map; those that are no member of their own have no code. */
export const lands: readonly Outline[] = [...outlines.outlines, ...outlines.dots].map(readOutline)

const toArea = (
  { code, at, path }: Outline,
  sections: ReadonlyMap<string, StateSection>,
): MapArea => {
  const section = sections.get(code)
  const name = findMemberState(code)?.name ?? 'no member state of its own'
  const said = section !== undefined && section.placed.length > 0
  return {
    name,
    at,
    ...(path === undefined ? {} : { path }),
    ...(section ? { mark: markOf(section.status.label.value, said).key } : {}),
    ...(said ? { href: `#${anchorOf(code)}` } : {}),
  }
}

/** The world by label; a state that was not asked about, and a land that is no member, has no mark. */
export const drawMap = (sections: readonly StateSection[]): Markup => {
  const byCode = new Map(sections.map((section) => [section.status.state, section]))
  const map: WorldMap = {
    id: 'world',
    title: 'Member states by label; the table below says the same',
    width: outlines.width,
    height: outlines.height,
    marks,
    areas: lands.map((land) => toArea(land, byCode)),
  }
  return markup`<figure class="world">${worldMap(map)}
${mapLegend(map)}
<figcaption>Letters and textures say the same as the colours. A dot is a member that is too small for its outline. Outlines after Natural Earth, in the Equal Earth projection; they say nothing of whose a land is, and a land without a mark is no member state of its own or was not asked about.</figcaption></figure>
`
}

const drawRow = ({ status, name, placed }: StateSection): Markup => {
  const { state, label, midterm, final, presence, authorisation, excuse, headcount } = status
  const mark = markOf(label.value, true)
  return markup`<tr><th scope="row"><a href="#${anchorOf(state)}">${name}</a> <small>${state}</small></th><td><b class="letter" aria-hidden="true">${mark.letter}</b> ${showWord(label.value)}</td><td>${showWord(midterm.value)}</td><td>${showWord(final.value)}</td><td>${showWord(presence.value)}</td><td>${showWord(authorisation.value)}</td><td>${showWord(excuse.value)}</td><td class="number">${showHeadcount(headcount.value)}</td><td class="number">${status.contradictions.value.length}</td><td class="number">${placed.length}</td></tr>\n`
}

/** States of whom anything is said, with their axes. */
export const drawTable = (sections: readonly StateSection[]): Markup =>
  markup`${drawWide('States by label and axes', markup`<table class="states"><caption>States of whom anything is known</caption><thead><tr><th scope="col">State</th><th scope="col">Label</th><th scope="col">Midterm</th><th scope="col">Final</th><th scope="col">Presence</th><th scope="col">Authorisation</th><th scope="col">Excuse</th><th scope="col" class="number">Headcount</th><th scope="col" class="number">Contra&shy;dictions</th><th scope="col" class="number">State&shy;ments</th></tr></thead><tbody>${sections.map(drawRow)}</tbody></table>`)}
`

/** States that nothing is said of. Their silence is ours, not theirs. */
export const drawSilent = (sections: readonly StateSection[]): Markup =>
  markup`<ul class="silent">${sections.map(({ status, name }) => markup`<li>${name} <small>${status.state}</small></li>\n`)}</ul>
`
