import { type Markup, markup } from '../figures/index.ts'
import {
  type Entity,
  type NewStatement,
  type Rejected,
  type Source,
  showCount,
} from '../model/index.ts'
import { describeOrigins, originsOf } from './place.ts'
import type { Context, ListVersion, Report } from './report.ts'
import { drawText } from './value.ts'
import { counted, daysBetween, fileName, toLabel } from './words.ts'

const states: Readonly<Record<ListVersion['state'], readonly [sign: string, word: string]>> = {
  current: ['✓', 'current'],
  older: ['·', 'older version'],
  stale: ['!', 'stale'],
  refused: ['×', 'refused'],
}

const drawAge = (list: ListVersion, generated: string): Markup => {
  if (list.date === null) return markup`no date`
  const days = daysBetween(list.date, generated)
  const age = days === undefined || days < 0 ? undefined : counted(days, 'day')
  return markup`<time>${list.date.slice(0, 10)}</time>${age ? markup` <small>${age} old</small>` : undefined}`
}

/** Which versions of which lists the answers rest on. */
export const drawLists = ({ lists, generated }: Report): Markup => {
  const row = (list: ListVersion): Markup => {
    const [sign, word] = states[list.state]
    return markup`<tr class="${list.state}"><th scope="row">${list.id} <small>${list.body}</small></th><td>${drawAge(list, generated)}</td><td><span class="sign" aria-hidden="true">${sign}</span> ${word}${list.why ? markup` <small>${list.why}</small>` : undefined}</td><td class="number">${showCount(list.entries)}</td><td><code>${list.file.split('; ').map(fileName).join(', ')}</code> <small>version ${list.version}</small></td></tr>\n`
  }
  return markup`<table class="lists"><caption>Lists that were searched</caption><thead><tr><th scope="col">List</th><th scope="col">Date</th><th scope="col">State</th><th scope="col" class="number">Entries</th><th scope="col">File</th></tr></thead><tbody>${lists.map(row)}</tbody></table>`
}

/** What identifies each file that was read, so that the run can be made again. */
export const drawFiles = (files: readonly Source[]): Markup => {
  const row = ({ path, kind, bytes, sha256 }: Source): Markup =>
    markup`<tr><th scope="row"><code>${fileName(path)}</code></th><td>${kind}</td><td class="number">${showCount(bytes)}</td><td><code class="hash">${sha256}</code></td></tr>\n`
  return markup`<table class="files"><caption>Files that were read</caption><thead><tr><th scope="col">File</th><th scope="col">Kind</th><th scope="col" class="number">Bytes</th><th scope="col">SHA-256</th></tr></thead><tbody>${files.map(row)}</tbody></table>`
}

export const cleanHead: Markup = markup`<table class="clean"><caption>Subjects with which nothing was found</caption><thead><tr><th scope="col">Record</th><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Asked with</th></tr></thead><tbody>
`

const nameProps: ReadonlySet<string> = new Set(['name', 'firstName', 'lastName', 'middleName'])

/** The file's own text: what was asked, as it was asked. */
const drawAsked = (said: NewStatement): Markup =>
  markup`<span>${toLabel(said.prop).toLowerCase()} ${drawText(said.original ?? said.value)}</span> `

export const drawClean = (subject: Entity, { sources }: Context): Markup => {
  const names = subject.statements.filter(({ prop }) => nameProps.has(prop))
  const others = subject.statements.filter(({ prop }) => !nameProps.has(prop))
  const named = names.map((said) => markup`${drawText(said.value, said.lang)} `)
  const where = describeOrigins(originsOf(subject, sources))
  return markup`<tr><th scope="row">${subject.key} <code class="place">${where}</code></th><td>${named}</td><td>${toLabel(subject.schema)}</td><td>${others.map(drawAsked)}</td></tr>
`
}

export const rejectedHead: Markup = markup`<table class="rejected"><caption>Rows that could not be read</caption><thead><tr><th scope="col">Place</th><th scope="col">Reason</th><th scope="col">Text</th></tr></thead><tbody>
`

export const drawRejected = (row: Rejected, { sources }: Context): Markup => {
  const source = sources.get(row.source)
  return markup`<tr><th scope="row"><code>${source ? fileName(source.path) : row.source}</code> <code class="place">${row.place}</code></th><td>${row.reason}</td><td class="raw">${drawText(row.text)}</td></tr>\n`
}
