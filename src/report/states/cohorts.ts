import { type Markup, markup } from '../../figures/index.ts'
import {
  type Cohort,
  cohortsOf,
  fromDay,
  type Income,
  incomesOf,
  showHeadcount,
  showRange,
} from '../../obligations/index.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import type { StateSection, StatesReport } from './states-report.ts'
import { showWord } from './words.ts'

/** Cohorts of fewer than this say too much of single people; outside their owner they have no number. */
const least = 5

const methods: Readonly<Record<Cohort['method'], string>> = {
  stock: 'counted',
  arrivals: 'only who came',
  plan: 'only planned',
  unknown: 'no number',
}

const drawCount = ({ value }: Cohort['headcount']): string => {
  if (value.hi !== null && value.hi > 0 && value.hi < least) return `fewer than ${least}`
  return value.lo === null && value.hi !== null ? showRange({ hi: value.hi }) : showHeadcount(value)
}

const drawDescribed = (values: Cohort['places']): Markup =>
  markup`${values.map(({ value }, i) => markup`${i > 0 ? '; ' : ''}${drawText(value)}`)}`

const drawRow = (section: StateSection, cohort: Cohort): Markup => {
  const { id, whole, visaClass, places, sectors, employers, dispatchers, period, method } = cohort
  const who = [...sectors, ...employers, ...dispatchers]
  const statements = cohort.statements.map(
    (each) => markup`<a href="#${section.byId.get(each)?.anchor ?? ''}"><code>${each}</code></a> `,
  )
  return markup`<tr><th scope="row">${whole ? 'all workers' : id}</th><td>${showWord(visaClass)}</td><td>${drawDescribed(places)}</td><td>${drawDescribed(who)}</td><td>${fromDay(period.from)} to ${fromDay(period.to)}</td><td class="number">${drawCount(cohort.headcount)}</td><td class="number">${drawCount(cohort.arrived)}</td><td class="number">${drawCount(cohort.planned)}</td><td>${methods[method]} <details><summary>${cohort.statements.length}</summary>${statements}</details></td></tr>\n`
}

const drawIncome = ({ cohort, currency, aYear, headcount, wage, share }: Income): Markup => {
  const { lo, hi } = aYear.value
  return markup`<li><b>${cohort}</b>: ${currency} ${showRange(hi === null ? { lo } : { lo, hi })} a year = ${showHeadcount(headcount)} workers × ${showRange({ lo: wage.lo, ...(Number.isFinite(wage.hi) ? { hi: wage.hi } : {}) })} a month × 12 × a share of ${share.lo} to ${share.hi} that leaves the worker</li>\n`
}

/** Cohorts of workers of a state, and what they are estimated to send home; empty where none is known. */
export const drawCohorts = (
  section: StateSection,
  { on, known }: Pick<StatesReport, 'on' | 'known'>,
): Markup | undefined => {
  const statements = section.placed.map(({ statement }) => statement)
  const cohorts = cohortsOf(statements, { on, known })
  if (cohorts.every(({ whole }) => whole)) return undefined
  const incomes = incomesOf(statements, { on, known })
  const estimates =
    incomes.length > 0
      ? markup`<p>Income a year, estimated from statements; a cohort is a part of its host, so these are never added:</p><ul>${incomes.map(drawIncome)}</ul>`
      : undefined
  return markup`<h4>Cohorts</h4>
${drawWide('Cohorts', markup`<table class="cohorts"><caption>Groups of workers that statements speak of, never a person; numbers of two kinds are never added. Visa class is evidence of how they came, not the test of whether they work</caption><thead><tr><th scope="col">Cohort</th><th scope="col">Visa</th><th scope="col">Place</th><th scope="col">Sector, employer, dispatcher</th><th scope="col">Spoken of</th><th scope="col" class="number">There</th><th scope="col" class="number">Came</th><th scope="col" class="number">Planned</th><th scope="col">How, statements</th></tr></thead><tbody>${cohorts.map((cohort) => drawRow(section, cohort))}</tbody></table>`)}${estimates}
`
}
