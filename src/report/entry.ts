import { type Markup, markup } from '../figures/index.ts'
import type { Entity } from '../model/index.ts'
import { findScript } from './language.ts'
import { type Line, linesOf, sections } from './order.ts'
import { describeOrigins, type Origin, originsOf, placeInside } from './place.ts'
import type { Context } from './report.ts'
import { drawSaid } from './value.ts'
import { toLabel } from './words.ts'

const drawLine = (line: Line): Markup => {
  const [first, ...rest] = line.said
  const script = line.section === 'Names' ? findScript(first.value) : undefined
  const others = rest.map(
    (said) => markup` <small>${toLabel(said.prop).toLowerCase()} ${drawSaid(said)}</small>`,
  )
  return markup`${drawSaid(first)}${script ? markup` <small>${script.name}</small>` : undefined}${others}`
}

const drawRow = (line: Line, origins: readonly Origin[]): Markup => {
  const place = placeInside(line.said, origins)
  const where = place ? markup`<code class="place">${place}</code>` : undefined
  return markup`<tr><th scope="row">${line.label}</th><td><div><p>${drawLine(line)}</p>${where}</div></td></tr>
`
}

/** Everything that a list says of one designation, by kind, each value with its place in the file. */
export const drawEntry = (entity: Entity, { sources }: Context): Markup => {
  const lines = linesOf(entity)
  const origins = originsOf(entity, sources)
  const bodies = sections.flatMap((section) => {
    const own = lines.filter((line) => line.section === section)
    if (own.length === 0) return []
    const heading = markup`<tr><th scope="rowgroup" colspan="2">${section}</th></tr>
`
    return [markup`<tbody>${heading}${own.map((line) => drawRow(line, origins))}</tbody>`]
  })
  return markup`<table class="entry"><caption>All that the list says of it, from <code>${describeOrigins(origins)}</code></caption>${bodies}</table>`
}

/** What a record that was asked about says of itself. */
export const drawRecord = (subject: Entity, { sources }: Context): Markup => {
  const origins = originsOf(subject, sources)
  const items = linesOf(subject).map((line) => {
    const place = placeInside(line.said, origins)
    const where = place === line.said[0].prop ? '' : place
    return markup`<div><dt>${line.label}${where ? markup` <code class="place">${where}</code>` : undefined}</dt><dd>${drawLine(line)}</dd></div>`
  })
  return markup`<p class="from">Your record <b>${subject.key}</b>, <code class="place">${describeOrigins(origins)}</code></p><dl class="record">${items}</dl>
`
}
