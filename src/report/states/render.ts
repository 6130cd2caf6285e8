import { type Markup, markup } from '../../figures/index.ts'
import { showCount, toSpan } from '../../model/index.ts'
import {
  type DutyStatus,
  findMemberState,
  fromDay,
  groupBy,
  type Status,
} from '../../obligations/index.ts'
import { drawEnd, drawMarking, drawStart } from '../document.ts'
import { statesStyleOf } from '../style/index.ts'
import { counted } from '../words.ts'
import { drawCalendar } from './calendar.ts'
import { drawDutyRegister } from './duties.ts'
import { drawMap, drawSilent, drawTable } from './overview.ts'
import { drawState } from './state.ts'
import type { Placed, StateSection, StatesReport } from './states-report.ts'
import { drawTimeline } from './timeline.ts'
import { drawWorld } from './world.ts'

/**
 * Writes what is known of states as one HTML file, piece by piece: a map, a section for each state that
 * anything is said of, the others by name, the calendar of deadlines and the timeline. No scripts,
 * nothing fetched. Same report, same bytes.
 */
export function* renderStates(report: StatesReport): Generator<string> {
  for (const part of drawStates(report)) yield part.text
}

function* drawStates(report: StatesReport): Generator<Markup> {
  const sections = toSections(report)
  const told = sections.filter(({ placed }) => placed.length > 0)
  const silent = sections.filter(({ placed }) => placed.length === 0)
  yield drawHead(report, told.length, silent.length)
  yield markup`<section id="map" aria-labelledby="map-heading"><h2 id="map-heading">The world on ${fromDay(report.on)}</h2>
<p class="law">No information is never clear: it says that nothing is known here that would allow a label. A label is the summary of four axes by a printed table; each carries the statements it rests on, and a missing report is a breach of a duty to report only.</p>
`
  yield drawMap(sections)
  if (told.length > 0) yield drawTable(told)
  yield markup`</section>
<section id="states" aria-labelledby="states-heading"><h2 id="states-heading">States of whom anything is known</h2>
`
  for (const section of told) yield drawState(section, report)
  yield markup`</section>
<section id="silent" aria-labelledby="silent-heading"><h2 id="silent-heading">States without information</h2>
<p>Of ${counted(silent.length, 'state')} nothing is known here. That is no finding: it does not say that a state returned its workers, had none, or failed to. The DPRK itself bears none of these duties.</p>
`
  yield drawSilent(silent)
  yield markup`</section>
<section id="world-figures" aria-labelledby="world-heading"><h2 id="world-heading">Claims about the world</h2>
`
  yield drawWorld(report.known)
  yield markup`</section>
<section id="duties" aria-labelledby="duties-heading"><h2 id="duties-heading">Duties beside those on workers</h2>
`
  yield drawDutyRegister(report.on)
  yield markup`</section>
<section id="calendar" aria-labelledby="calendar-heading"><h2 id="calendar-heading">Calendar of deadlines</h2>
`
  yield drawCalendar(report.on)
  yield markup`</section>
<section id="timeline" aria-labelledby="timeline-heading"><h2 id="timeline-heading">Timeline</h2>
`
  yield drawTimeline(Math.min(report.on, report.known))
  yield markup`</section>
`
  yield drawEnd(report.marking, {
    ...report,
    law: 'Statements are kept with their grades; contradictions are shown, never averaged away. Nothing here speaks of a named person.',
  })
}

const drawHead = (report: StatesReport, told: number, silent: number): Markup =>
  markup`${drawStart({
    title: report.title,
    marking: report.marking,
    style: statesStyleOf(report.marking),
    skip: { to: 'map', name: 'map' },
  })}<header class="page">
${drawMarking(report.marking)}
<h1>${report.title}</h1>
<p class="made">On ${fromDay(report.on)}, as known on ${fromDay(report.known)}. Made <time datetime="${report.generated}">${report.generated}</time> by Muster ${report.version}</p>
${report.warnings.map((warning) => markup`<p class="warning"><strong>Note</strong> ${warning}</p>\n`)}<nav aria-label="Contents"><ul>
<li><a href="#map">Map</a></li>
<li><a href="#states">States</a> ${showCount(told)}</li>
<li><a href="#silent">Without information</a> ${showCount(silent)}</li>
<li><a href="#world-figures">World</a></li>
<li><a href="#duties">Duties</a></li>
<li><a href="#calendar">Calendar</a></li>
<li><a href="#timeline">Timeline</a></li>
</ul></nav>
</header>
<main>
`

const toSections = ({
  statuses,
  duties,
  statements,
  known,
}: StatesReport): readonly StateSection[] => {
  const byState = groupBy(
    statements.filter((statement) => toSpan(statement.known).last <= known),
    ({ state }) => state,
  )
  return statuses.map((status) =>
    toSection(status, duties.get(status.state) ?? [], byState.get(status.state) ?? []),
  )
}

const toSection = (
  status: Status,
  duties: readonly DutyStatus[],
  said: StatesReport['statements'],
): StateSection => {
  const placed = [...said]
    .sort(byTime)
    .map((statement, i): Placed => ({ statement, anchor: `${status.state}-statement-${i + 1}` }))
  return {
    status,
    name: findMemberState(status.state)?.name ?? status.state,
    duties,
    placed,
    byId: new Map(placed.map((one) => [one.statement.id, one])),
  }
}

const timeOf = ({ validFrom, validTo, known, id }: StatesReport['statements'][number]): string =>
  `${validFrom ?? validTo ?? known}\t${known}\t${id}`

const byTime = (
  a: StatesReport['statements'][number],
  b: StatesReport['statements'][number],
): number => Number(timeOf(a) > timeOf(b)) - Number(timeOf(a) < timeOf(b))
