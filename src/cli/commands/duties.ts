import { MusterError } from '../../model/index.ts'
import {
  type Duty,
  deadlines,
  duties,
  findDuty,
  findUnbound,
  routeDuties,
  showBearer,
  showParagraph,
  toDay,
} from '../../obligations/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { showAct, showDuty, showLines, showReading } from '../duty-text.ts'
import { readFacts } from '../facts-file.ts'

/** `muster duties` */
export const command: Command = defineCommand({
  name: 'duties',
  about:
    'Shows who owes what under the resolutions of the Security Council on the DPRK, by paragraph: every duty, those that are named in full, or with --facts those that a case brings, each with the facts it rests on. Only a must can be breached. Everything is told in our words: the text is behind the link, and what is our reading stands apart from it. In a case, a duty about DPRK nationals says "if shown to be a DPRK national" unless nationality_held is PRK.',
  arguments: { id: { many: true, doc: 'duties to show in full, such as W-2397-08a' } },
  options: {
    facts: {
      value: 'FILE',
      doc: 'what is known of a case, a file of JSON or YAML with any of worker_state, nationality_held, nationality_stated, employer_state, client_state, platform_state, payer_state, exchange_state, cashout_state, flag_state, intermediary_state, each an ISO 3166-1 code of three letters, and on, the day asked about (default: today); - is standard input',
    },
    res: { value: 'N', doc: 'only of this resolution, such as 2397' },
    topic: { value: 'TOPIC', doc: 'only on this topic, such as worker, freeze or bank' },
    calendar: { doc: 'the dates on which duties and reports fell due, up to today' },
  },
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    { run: 'muster duties --topic worker', does: 'shows the duties about workers' },
    { run: 'muster duties W-2397-08a', does: 'shows all that is known of one' },
    {
      run: 'muster duties --facts case.json',
      does: 'shows who owes what in the case {"worker_state": "RUS", "client_state": "USA", "payer_state": "GBR"}',
    },
    {
      run: 'muster duties --res 2397 --format json -o 2397.json',
      does: 'writes the duties of one resolution to a file',
    },
    { run: 'muster duties --calendar', does: 'shows every deadline' },
  ],
  run: async (context, { id, facts, res, topic, calendar }) => {
    if (facts !== undefined && calendar)
      throw new MusterError('usage', 'give --facts or --calendar, not both')
    const wanted = id.length > 0 ? id.map(nameDuty) : selectDuties(res, topic)
    if (facts !== undefined) await answerCase(context, facts, wanted)
    else if (calendar) await answerCalendar(context, wanted)
    else if (id.length > 0 && context.output.format === 'table')
      await context.output.text(wanted.map((duty) => showDuty(duty, context.output)).join('\n'))
    else await answerRegister(context, wanted)
    return 0
  },
})

const nameDuty = (id: string): Duty => {
  const duty = findDuty(id)
  if (duty) return duty
  throw new MusterError('usage', `no duty has the id ${id}`, {
    hint: 'See the ids of all duties with: muster duties',
  })
}

const resolutionOf = ({ instrument }: Duty): string => `${instrument?.resolution ?? 'none'}`

const selectDuties = (res: string | undefined, topic: string | undefined): readonly Duty[] => {
  const found = duties.filter(
    (duty) =>
      (res === undefined || resolutionOf(duty) === res) &&
      (topic === undefined || duty.topic === topic),
  )
  if (found.length > 0) return found
  const known = (names: readonly string[]): string => [...new Set(names)].sort().join(', ')
  const asked = [res && `--res ${res}`, topic && `--topic ${topic}`].filter(Boolean).join(' ')
  throw new MusterError('usage', `no duty is found with ${asked}`, {
    hint: `Resolutions: ${known(duties.map(resolutionOf))}. Topics: ${known(duties.map((duty) => duty.topic))}.`,
  })
}

const answerCase = async (
  context: Context,
  path: string,
  wanted: readonly Duty[],
): Promise<void> => {
  const { output, tell } = context
  const facts = await readFacts(context, path)
  const today = toDay(context.clock().slice(0, 10))
  const ids = new Set(wanted.map(({ id }) => id))
  const lines = routeDuties(facts, today).filter(({ duty }) => ids.has(duty))
  const columns = ['bearer', 'duty', 'paragraph', 'condition', 'facts', 'force', 'due', 'says']
  if (output.format === 'table') await output.text(showLines(lines, output))
  else await output.rows([...columns, 'link'], lines)
  for (const name of findUnbound(facts, today)) {
    const why =
      facts[name] === 'PRK' ? 'its own duties are no part of this' : 'no member state then'
    tell.warn(`${name} ${facts[name]} brings no duty: ${why}`)
  }
  if (lines.length === 0) tell.warn('these facts bring no duty; see: muster duties --help')
}

const answerCalendar = async (
  { output, clock }: Context,
  wanted: readonly Duty[],
): Promise<void> => {
  const ids = new Set(wanted.map(({ id }) => id))
  const rows = deadlines(clock().slice(0, 10))
    .filter(({ duty }) => ids.has(duty.id))
    .map(({ date, what, duty, says }) => ({
      date,
      what,
      paragraph: showParagraph(duty),
      duty: duty.id,
      force: duty.force,
      bearer: showBearer(duty),
      act: showAct(duty),
      for: says ?? '',
    }))
  const short = ['date', 'what', 'paragraph', 'force', 'act', 'for']
  const all = ['date', 'what', 'paragraph', 'duty', 'force', 'bearer', 'act', 'for']
  await output.rows(output.format === 'table' ? short : all, rows)
}

const answerRegister = async ({ output }: Context, wanted: readonly Duty[]): Promise<void> => {
  if (output.format === 'json' || output.format === 'jsonl') {
    await output.rows([], wanted.map(toRecord))
    return
  }
  const rows = wanted.map((duty) => ({
    ...toRecord(duty),
    due: duty.due?.date ?? duty.due?.rule.replaceAll('_', ' '),
    act: showAct(duty),
    reading: (duty.reading ?? []).map(showReading),
  }))
  const short = ['id', 'paragraph', 'force', 'topic', 'due', 'act']
  const more = ['bearer', 'says', 'condition', 'exceptions', 'in_force', 'reading', 'link']
  await output.rows(output.format === 'table' ? short : [...short, ...more], rows)
  if (output.format === 'table')
    await output.text('\nShow one in full, with its reading: muster duties ID\n')
}

/** A duty as one record: its resolution, link and bearer spelled out. */
const toRecord = (duty: Duty): Readonly<Record<string, unknown>> => {
  const { id, instrument, paragraph, bearer, ...rest } = duty
  return {
    id,
    instrument: instrument ? { ...instrument, paragraph } : null,
    paragraph: showParagraph(duty),
    bearer: showBearer(duty),
    bearer_kinds: bearer,
    in_force: instrument?.adopted ?? null,
    link: instrument?.link ?? null,
    ...rest,
  }
}
