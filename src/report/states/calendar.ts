import { type Markup, markup } from '../../figures/index.ts'
import {
  type Deadline,
  deadlines,
  fromDay,
  showBearer,
  showParagraph,
} from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { showWord } from './words.ts'

const whats: Readonly<Record<Deadline['what'], string>> = {
  due: 'due',
  report: 'report due',
  covers: 'end of the time reported on',
  ends: 'ends',
}

/** Dates of one thing that comes back, such as a report every 90 days, in one row. */
type Series = { readonly first: Deadline; readonly dates: string[] }

const gather = (all: readonly Deadline[]): readonly Series[] => {
  const series = new Map<string, Series>()
  for (const one of all) {
    const key = `${one.duty.id}\t${one.what}\t${one.says ?? ''}`
    const found = series.get(key)
    if (found) found.dates.push(one.date)
    else series.set(key, { first: one, dates: [one.date] })
  }
  return [...series.values()]
}

const drawDates = (dates: readonly string[], today: string): Markup => {
  if (dates.length === 1) return markup`${dates[0]}`
  const next = dates.find((date) => date > today)
  return markup`${dates[0]} <small>and ${dates.length - 1} times more to ${dates.at(-1)}${next ? `; next ${next}` : ''}</small>`
}

const drawRow = ({ first, dates }: Series, today: string): Markup => {
  const { duty, what, says } = first
  const paragraph = showParagraph(duty)
  const cited = duty.instrument
    ? markup`<a href="${duty.instrument.link}" rel="noopener noreferrer">${paragraph}</a>`
    : markup`${paragraph}`
  const reading = duty.until?.how === 'in_effect' && what === 'ends' ? ' (our reading)' : ''
  return markup`<tr${(dates.at(-1) ?? '') > today ? markup` class="ahead"` : undefined}><th scope="row">${drawDates(dates, today)}</th><td>${whats[what]}${says ? ` ${says}` : ''}${reading}</td><td>${cited} <small>${duty.id}</small></td><td>${showWord(duty.force)}</td><td>${showBearer(duty)}</td><td>${duty.says}</td></tr>\n`
}

const year = 365

/** Every date of the duties, and those of the year to come; only a must can be breached. */
export const drawCalendar = (on: number): Markup => {
  const rows = gather(deadlines(fromDay(on + year)))
  return markup`${drawWide('Calendar of deadlines', markup`<table class="calendar"><caption>Dates of the duties up to a year after ${fromDay(on)}, computed from the day of adoption; told in our words, the text is behind the link</caption><thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col">Paragraph</th><th scope="col">Force</th><th scope="col">Who</th><th scope="col">In our words</th></tr></thead><tbody>${rows.map((row) => drawRow(row, fromDay(on)))}</tbody></table>`)}
`
}
