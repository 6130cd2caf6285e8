import { type Markup, markup, type TimelineLane, timelinePlot } from '../../figures/index.ts'
import { toSpan } from '../../model/index.ts'
import {
  type EventKind,
  findEvents,
  type TimelineEvent,
  timelineSources,
} from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { counted } from '../words.ts'

const lanes: readonly (readonly [EventKind, string])[] = [
  ['nuclear_test', 'nuclear tests'],
  ['missile_test', 'missile tests'],
  ['adoption', 'resolutions'],
  ['designation', 'designations'],
  ['deadline', 'deadlines'],
  ['body', 'bodies'],
  ['statement', 'statements'],
  ['theft', 'thefts'],
]

/** The day of resolution 1718's year: what came before has no duty beside it. */
const start = toSpan('2006').first

const marksOf = ({ disputed, weak, attempt, attributedBy }: TimelineEvent): string | undefined => {
  const words = [
    disputed && `disputed: ${disputed}`,
    weak && 'weakly attributed',
    attempt && 'an attempt',
  ].filter(Boolean)
  const by = attributedBy ? `attributed by ${attributedBy}` : ''
  return [words.join(', '), by].filter(Boolean).join('; ') || undefined
}

const toLane = (
  events: readonly TimelineEvent[],
  [kind, label]: (typeof lanes)[number],
): TimelineLane => ({
  label,
  marks: events
    .filter((event) => event.kind === kind)
    .map(({ date, says, count }) => {
      const { first, last } = toSpan(date)
      return {
        from: first,
        to: last,
        says: `${date}: ${says}`,
        ...(kind === 'missile_test' && count !== undefined ? { weight: count } : {}),
      }
    }),
})

const drawRow = (event: TimelineEvent): Markup => {
  const told = marksOf(event)
  const kind = lanes.find(([name]) => name === event.kind)?.[1]
  return markup`<tr><th scope="row">${event.date}</th><td>${kind}</td><td>${event.says}${told ? markup` <small>${told}</small>` : undefined}</td><td><code>${event.source}</code></td></tr>\n`
}

/** What happened since 2006 on one line, and in a table with its sources. */
export const drawTimeline = (until: number): Markup => {
  const events = findEvents({ from: start, to: until })
  const picture = timelinePlot({
    id: 'timeline-plot',
    title: 'Tests, resolutions, designations, deadlines, statements and thefts by year',
    lanes: lanes.map((lane) => toLane(events, lane)),
  })
  const sources = [...new Set(events.map(({ source }) => source))].sort()
  return markup`<figure class="wide">${picture}<figcaption>A stroke is an event; of missiles, its height is how many there were. That two things stand near one another in time says nothing of a cause.</figcaption></figure>
<details><summary>${counted(events.length, 'event')} in a table</summary>${drawWide('Events', markup`<table class="events"><caption>What happened when</caption><thead><tr><th scope="col">Date</th><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Source</th></tr></thead><tbody>${events.map(drawRow)}</tbody></table>`)}
<dl class="sources">${sources.map((source) => markup`<div><dt><code>${source}</code></dt><dd>${timelineSources[source]}</dd></div>`)}</dl></details>
`
}
