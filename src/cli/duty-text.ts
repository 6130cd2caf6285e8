import {
  type Duty,
  type DutyLine,
  findDuty,
  showBearer,
  showParagraph,
} from '../obligations/index.ts'
import type { Output } from './output/output.ts'
import { wrapToWidth } from './terminal/width.ts'

type Page = Pick<Output, 'width' | 'paint'>

const widest = 100
const labelWidth = 14

/** `label  text`, wrapped; the text stands under itself. */
const labelled = (label: string, text: string, { width, paint }: Page): string =>
  wrapToWidth(text, Math.min(width, widest) - labelWidth - 2)
    .map((line, i) => `  ${paint('faint', (i === 0 ? label : '').padEnd(labelWidth))}${line}\n`)
    .join('')

/** `bar entry: designated persons`, of an act and its object. */
export const showAct = ({ act, object }: Duty): string => `${act.replaceAll('_', ' ')}: ${object}`

const paragraphOf = (id: string): string => {
  const duty = findDuty(id)
  return duty ? `${showParagraph(duty)} (${id})` : id
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ')

const showDue = ({
  date,
  rule,
  from,
  every,
  for: purpose,
  continues_after,
}: Partial<Due>): string =>
  joined(
    date ? `${date} (${rule})` : rule?.replaceAll('_', ' '),
    from && `from ${from}`,
    every && `every ${every}`,
    purpose,
    continues_after && 'and after that still',
  )

type Due = NonNullable<Duty['due']>
type Report = NonNullable<Duty['reports']>[number]

const showReport = ({ to, kind, what, covers_to, reason_if, ...due }: Report): string =>
  joined(
    to === 'not_named' ? 'to whom is not named' : `to: ${to.replaceAll('_', ' ')}`,
    kind,
    what,
    showDue(due) || undefined,
    covers_to && `covers the time to ${covers_to.date}`,
    reason_if && `with the reason if ${reason_if}`,
  )

/** Kinds of reading that name another paragraph read on to it, the others stand before what they say. */
const readingWords: Readonly<Record<Reading['kind'], string>> = {
  binding_since: 'binding since',
  overtaken_by: 'overtaken by',
  tightened_by: 'tightened by',
  widened_by: 'widened by',
  hook: '',
  practice: 'In practice:',
  assumed: 'Assumed:',
}

/** A reading in words: `binding since 2094 OP11 (M-2094-11)`. */
export const showReading = ({ kind, by = [], says }: Reading): string => {
  const others = by.map(paragraphOf).join(', ')
  const parts =
    kind === 'hook' ? [says, others && `See ${others}.`] : [others && `${others}.`, says]
  return [readingWords[kind], ...parts].filter(Boolean).join(' ')
}

type Reading = NonNullable<Duty['reading']>[number]

const endOf = ({ until }: Duty): readonly [string, string][] => {
  if (!until) return []
  const by = until.by ? ` by ${until.by.map(paragraphOf).join(', ')}` : ''
  return until.how === 'in_effect'
    ? [['our reading', `ends in effect on ${until.date}${by}`]]
    : [['until', `${until.date}, ${until.how}${by}`]]
}

/** A whole duty: what the paragraph says, and apart from it what is our reading. */
export const showDuty = (duty: Duty, page: Page): string => {
  const { instrument, condition, due, exceptions = [], exempt_by = [], approval } = duty
  const rows: readonly (readonly [string, string])[] = [
    ['who', showBearer(duty)],
    ['what', showAct(duty)],
    ['in our words', duty.says],
    ...(condition ? [['if', condition] as const] : []),
    ...(instrument ? [['in force', `from ${instrument.adopted}`] as const] : []),
    ...(due ? [['due', showDue(due)] as const] : []),
    ...endOf(duty),
    ...exceptions.map((each) => ['except', each] as const),
    ...exempt_by.map((id) => ['except', `as ${paragraphOf(id)} has it`] as const),
    ...(approval
      ? [
          [
            'leave',
            joined(
              approval.by === 'none' ? 'none is needed' : 'of the Committee',
              approval.when && 'in advance',
              approval.mode && 'case by case',
              approval.for,
              approval.basis && `under ${approval.basis}`,
            ),
          ] as const,
        ]
      : []),
    ...(duty.reports ?? []).map((each) => ['report', showReport(each)] as const),
    ...(duty.supersedes ?? []).map((id) => ['replaces', paragraphOf(id)] as const),
    ...(duty.reading ?? []).map((each) => ['our reading', showReading(each)] as const),
    ...(duty.see ?? []).map((id) => ['see also', paragraphOf(id)] as const),
    ...(instrument ? [['text', instrument.link] as const] : []),
  ]
  const head = `${showParagraph(duty)}  ${duty.force.replaceAll('_', ' ')}  ${duty.id}`
  const body = rows.map(([label, text]) => labelled(label, text, page)).join('')
  return `${page.paint('heading', head)}\n${body}`
}

/** The lines of a case, by bearer and the fact that names it. */
export const showLines = (lines: readonly DutyLine[], page: Page): string => {
  const role = ({ bearer, facts }: DutyLine): string => `${bearer}, as ${facts[0]}`
  return lines
    .map((line, i) => {
      const before = lines[i - 1]
      const opens = before === undefined || role(before) !== role(line)
      const duty = findDuty(line.duty)
      const force = `${line.force.replaceAll('_', ' ')}${line.due ? `, by ${line.due}` : ''}`
      return [
        opens ? `${i === 0 ? '' : '\n'}${page.paint('heading', role(line))}\n` : '',
        labelled(line.paragraph, `${force} – ${duty ? showAct(duty) : line.says}`, page),
        labelled('', line.condition, page),
        labelled('', `rests on ${line.facts.join(', ')}`, page),
      ].join('')
    })
    .join('')
}
