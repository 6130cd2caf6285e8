import { type Markup, markup } from '../figures/index.ts'
import { showCount } from '../model/index.ts'
import { drawEnd, drawMarking, drawStart } from './document.ts'
import { readingTrails } from './funds/index.ts'
import type { Report } from './report.ts'
import { drawWide } from './scroll.ts'
import { styleOf } from './style/index.ts'
import { drawLists } from './tables.ts'
import { counted } from './words.ts'

const drawNavigation = ({ counts }: Report): Markup =>
  markup`<nav aria-label="Contents"><ul>
<li><a href="#cases">Cases</a> ${showCount(counts.cases)}</li>
<li><a href="#clean">Nothing found</a> ${showCount(counts.clean)}</li>
<li><a href="#rejected">Rejected rows</a> ${showCount(counts.rejected)}</li>
<li><a href="#lists">Lists</a></li>
<li><a href="#reading">How to read this</a></li>
<li><a href="#files">Files</a></li>
</ul></nav>
`

/** Everything before the first section. */
export const drawHead = (report: Report): Markup => markup`${drawStart({
  title: report.title,
  marking: report.marking,
  style: styleOf(report.marking),
  skip: { to: 'cases', name: 'cases' },
})}<header class="page">
${drawMarking(report.marking)}
<h1>${report.title}</h1>
<p class="made">Made <time datetime="${report.generated}">${report.generated}</time> by Muster ${report.version}</p>
${report.warnings.map((warning) => markup`<p class="warning"><strong>Note</strong> ${warning}</p>\n`)}${drawNavigation(report)}</header>
<main>
`

const drawNumber = (count: number, one: string, many: string): Markup =>
  markup`<div><dt>${count === 1 ? one : many}</dt><dd>${showCount(count)}</dd></div>`

/** How to read a ring, where there is one. */
const readingRings = markup`<p>A <b>ring</b> is a group of accounts that one operator may run. Its prior is how few accounts of a platform are a ring’s; its bits say how much better one operator explains what the accounts share than the innocent explanation that does best. Shared values are shown in part, so that they can be told from each other and not used.</p>
`

/** What was asked of whom, and of which lists; how to read the answers. */
export const drawSummary = (report: Report): Markup => {
  const { subjects, cases, clean, rejected } = report.counts
  const asked = report.asked.map(
    ({ question, rule }) => markup`<li><b>${question}</b> ${rule}</li>`,
  )
  return markup`<section id="summary" aria-labelledby="summary-heading"><h2 id="summary-heading">Summary</h2>
<dl class="numbers">${drawNumber(subjects, 'subject', 'subjects')}${drawNumber(cases, 'case', 'cases')}${drawNumber(clean, 'with nothing found', 'with nothing found')}${drawNumber(rejected, 'rejected row', 'rejected rows')}</dl>
<h3>What was asked</h3>
<ul>${asked}</ul>
</section>
<section id="lists" aria-labelledby="lists-heading"><h2 id="lists-heading">Lists</h2>
${drawWide('Lists', drawLists(report))}
</section>
<section id="reading" aria-labelledby="reading-heading"><h2 id="reading-heading">How to read this</h2>
<p><b>Bits</b> weigh one claim. Each bit toward it doubles the odds, each bit away from it halves them; at 0 bits the odds are even. Ten bits are about a thousand to one. The <b>prior</b> is where the odds stand before looking: one of all the entries searched. Prior and parts add up to the total exactly. The <b>score</b> is the probability that the total stands for.</p>
<p>What was compared has one of four outcomes: <b>= agree</b>, <b>≈ partly</b>, <b>≠ differ</b>, <b>? unknown</b>, where one side says nothing and so weighs nothing. Parts that rest on the same fact share a <b>group</b>, whose rule keeps them from counting twice. Every value shows the place in its file where it can be found again. ${counted(report.lists.length, 'list version')} and ${counted(report.inputs.length, 'file')} of subjects were read.</p>
${report.cases.some(({ ring }) => ring) ? readingRings : undefined}${report.cases.some(({ money }) => money) ? readingTrails : undefined}</section>
`
}

/** Everything after the last section. */
export const drawFoot = (report: Report): Markup =>
  drawEnd(report.marking, { ...report, law: 'Findings rank; people decide.' })
