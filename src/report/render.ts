import { type Markup, markup } from '../figures/index.ts'
import { MusterError } from '../model/index.ts'
import { drawCase, drawRanking } from './case.ts'
import { drawFoot, drawHead, drawSummary } from './page.ts'
import type { Context, Report, Rows } from './report.ts'
import { drawEnded, drawFlagCards } from './rings/index.ts'
import { drawWide } from './scroll.ts'
import { cleanHead, drawClean, drawFiles, drawRejected, rejectedHead } from './tables.ts'
import { counted } from './words.ts'

/**
 * Writes a report as one HTML file, piece by piece, so that a large one streams to disk: no scripts,
 * nothing fetched, readable on paper, in the dark and by a screen reader. Same report, same bytes.
 * Throws `internal` where the rows or sums are not what the report says they are.
 */
export async function* renderReport(report: Report): AsyncGenerator<string> {
  for await (const part of drawReport(report)) yield part.text
}

async function* drawReport(report: Report): AsyncGenerator<Markup> {
  const files = [...report.inputs, ...report.listFiles]
  const sources = new Map(files.map((source) => [source.id as string, source]))
  const context: Context = { report, sources, printed: new Map() }
  yield drawHead(report)
  yield drawSummary(report)
  yield* drawCases(report, context)
  const flags = drawFlagCards(report.flags)
  if (flags) yield flags
  yield* drawCleanSubjects(report, context)
  yield* drawRejectedRows(report, context)
  yield markup`<section id="files" aria-labelledby="files-heading"><h2 id="files-heading">Files</h2>
<p>The same files and the same clock give this report again, byte for byte.</p>
${drawWide('Files', drawFiles(files))}</section>
`
  yield drawFoot(report)
}

function* drawCases(report: Report, context: Context): Generator<Markup> {
  const { cases, counts } = report
  checkCount('cases', counts.cases, cases.length)
  yield markup`<section id="cases" aria-labelledby="cases-heading"><h2 id="cases-heading">Cases</h2>
<p class="law">A match is not a decision. It says what a record and a list have in common and how much that weighs. A person decides, with a reason; a decision against somebody needs a second person.</p>
`
  yield cases.length > 0
    ? drawRanking(cases)
    : markup`<p>No case was opened: nothing was found with any of the ${counted(counts.subjects, 'subject')}.</p>\n`
  for (const [i, each] of cases.entries()) yield* drawCase(each, i + 1, context)
  const ended = drawEnded(report)
  if (ended) yield ended
  yield markup`</section>\n`
}

async function* drawCleanSubjects(report: Report, context: Context): AsyncGenerator<Markup> {
  const { clean, linkedAlone } = report.counts
  const searched = report.lists.filter(({ state }) => state !== 'refused' && state !== 'older')
  yield markup`<section id="clean" aria-labelledby="clean-heading"><h2 id="clean-heading">Nothing found</h2>
<p>With ${counted(clean, 'subject')} nothing was found on ${searched.map(({ id, version }, i) => markup`${i > 0 ? ', ' : ''}<b>${id}</b> of ${version}`)}. That too is a result: it holds for these versions and for what was asked.</p>
${linkedAlone > 0 ? markup`<p>To addresses of ${counted(linkedAlone, 'subject')} mixers or services paid what may belong to value that was followed, and nothing else was found of their money. No case tells or rests on such a link alone, because honest people use mixers and services too; <code>muster trace --links FILE</code> writes all of them.</p>\n` : undefined}`
  if (clean > 0)
    yield markup`<details class="whole"><summary>${counted(clean, 'subject')}</summary>\n`
  yield* drawRows({ name: 'clean subjects', rows: report.clean, count: clean }, cleanHead, (row) =>
    drawClean(row, context),
  )
  yield clean > 0 ? markup`</details></section>\n` : markup`</section>\n`
}

async function* drawRejectedRows(report: Report, context: Context): AsyncGenerator<Markup> {
  const { rejected } = report.counts
  const what =
    rejected === 0
      ? 'Every row was read.'
      : `${counted(rejected, 'row')} could not be read and took no part. Correct them and run again.`
  yield markup`<section id="rejected" aria-labelledby="rejected-heading"><h2 id="rejected-heading">Rejected rows</h2>
<p>${what}</p>
`
  const table = { name: 'rejected rows', rows: report.rejected, count: rejected }
  yield* drawRows(table, rejectedHead, (row) => drawRejected(row, context))
  yield markup`</section>\n`
}

type Table<T> = { readonly name: string; readonly rows: Rows<T>; readonly count: number }

async function* drawRows<T>(
  table: Table<T>,
  head: Markup,
  draw: (row: T) => Markup,
): AsyncGenerator<Markup> {
  let drawn = 0
  for await (const row of table.rows) {
    if (drawn === 0) yield head
    drawn += 1
    yield draw(row)
  }
  if (drawn > 0) yield markup`</tbody></table>\n`
  checkCount(table.name, table.count, drawn)
}

const checkCount = (name: string, said: number, found: number): void => {
  if (said !== found)
    throw new MusterError('internal', `a report of ${said} ${name} was given ${found}`)
}
