import { formatBits, type Markup, markup } from '../figures/index.ts'
import { drawRecord } from './entry.ts'
import { drawMoney, drawWallets, headMoney } from './funds/index.ts'
import { drawFinding } from './match.ts'
import type { Context, ReportCase } from './report.ts'
import { drawRing } from './rings/index.ts'
import { drawText } from './value.ts'
import { counted, formatScore } from './words.ts'

const drawBest = ({ findings: [found], ring, money }: ReportCase): Markup => {
  if (found?.finding.question === 'funds' && money)
    return markup`<td>${headMoney(found.finding, money)}</td><td></td><td></td>`
  if (found?.finding.weight.kind !== 'bits')
    return markup`<td>${found?.designation?.caption}</td><td></td><td></td>`
  const { total } = found.finding.weight
  const { designation } = found
  const named = designation
    ? markup`${drawText(designation.caption)} <small>${designation.list} ${designation.entity.key}</small>`
    : ring && markup`May be run by one operator <small>${ring.channels.join(', ')}</small>`
  return markup`<td>${named}</td><td class="number">${formatBits(total)}</td><td class="number">${formatScore(total)}</td>`
}

/** All cases by rank, each with its heaviest finding. */
export const drawRanking = (cases: readonly ReportCase[]): Markup => {
  const row = (each: ReportCase, i: number): Markup => {
    const matches = each.findings.filter(({ finding }) => finding.claim !== 'brings_duties')
    const more = matches.length - 1 + each.cut
    return markup`<tr><td class="number">${each.case.priority.rank}</td><th scope="row"><a href="#case-${i + 1}">${drawText(each.case.title)}</a></th>${drawBest(each)}<td class="number">${more > 0 ? `+${more}` : ''}</td></tr>\n`
  }
  return markup`<table class="ranking"><caption>Cases by rank, each with its heaviest match</caption><thead><tr><th scope="col" class="number">Rank</th><th scope="col">Case</th><th scope="col">Heaviest match</th><th scope="col" class="number">Bits</th><th scope="col" class="number">Score</th><th scope="col" class="number">More</th></tr></thead><tbody>${cases.map(row)}</tbody></table>`
}

/** One case: the records asked about, then every finding. */
export function* drawCase(each: ReportCase, number: number, context: Context): Generator<Markup> {
  const { marking, priority, title, id } = each.case
  const anchor = `case-${number}`
  const marked =
    marking === context.report.marking
      ? undefined
      : markup`<span class="marking ${marking.toLowerCase().replace('+', '-')}">TLP:${marking}</span>`
  yield markup`<article id="${anchor}" aria-labelledby="${anchor}-heading">
<header><p class="rank">Case ${priority.rank} <small>${id}</small> ${marked}</p><h3 id="${anchor}-heading">${drawText(title)}</h3><p class="why">Ranked here because: ${priority.why}</p></header>
`
  if (!each.ring) for (const subject of each.subjects) yield drawRecord(subject, context)
  if (each.money) yield drawWallets(each.money)
  for (const [i, found] of each.findings.entries()) {
    const place = { anchor: `${anchor}-match-${i + 1}`, context }
    if (each.ring && found.finding.claim === 'same_operator') {
      yield drawRing(each.ring, found.finding, place)
      continue
    }
    if (each.money && found.finding.question === 'funds') {
      yield drawMoney(found.finding, each.money, place)
      continue
    }
    const subject = each.subjects.find(({ id }) => id === found.finding.subjects[0])
    yield drawFinding(found, subject, place)
  }
  if (each.cut > 0)
    yield markup`<p class="cut">${counted(each.cut, 'weaker match is', 'weaker matches are')} counted here and not shown.</p>`
  yield markup`</article>\n`
}
