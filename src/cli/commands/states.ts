import { MusterError, parsePartialDate, toSpan } from '../../model/index.ts'
import {
  dutyStatusesOf,
  findMemberState,
  idleOf,
  type Known,
  makeSwitchFinder,
  memberStates,
  statusOf,
  toDossiers,
} from '../../obligations/index.ts'
import { type Command, defineCommand } from '../command.ts'
import { showDutyStatuses } from '../duty-status-text.ts'
import { readStatements } from '../statements.ts'
import { answerStates, overviewStates, writePage } from '../states-output.ts'
import { showIdle, showStatus } from '../status-text.ts'

/** `muster states` */
export const command: Command = defineCommand({
  name: 'states',
  about:
    'Shows what each of the 193 member states is known to have done about DPRK workers, on any day as known on any day: a label, four axes and a headcount, each with the statements that it rests on, and where it stands under every other duty. The label follows a decision table, and no_information is never a clean bill. In a workspace, the statements that were imported count beside the register. Name states to see the whole proof: grades, sources, contradictions side by side, and the one new fact that would change the label.',
  arguments: { iso3: { many: true, doc: 'states by their ISO 3166-1 code of three letters' } },
  options: {
    on: {
      value: 'DATE',
      doc: 'the day asked about, included; a month or year counts as its last day (default: today)',
    },
    known: {
      value: 'DATE',
      doc: 'use nothing that was learned after this day (default: today)',
    },
    statements: {
      value: 'FILE',
      repeat: true,
      doc: 'add statements to the register: CSV, TSV or JSON lines; - is standard input',
    },
    'no-register': { doc: 'leave the shipped register out' },
  },
  formats: ['table', 'json', 'jsonl', 'html'],
  examples: [
    { run: 'muster states', does: 'shows every state as it is known today' },
    {
      run: 'muster states RUS --on 2020-04-01 --known 2020-04-01',
      does: 'shows the whole proof for one state, as it could be known then',
    },
    {
      run: 'muster states --statements notes.csv --format json -o states.json',
      does: 'adds your own statements, and writes all states for a program',
    },
    {
      run: 'muster states --format html -o states.html',
      does: 'writes a page with a world map, every proof, the calendar of deadlines and the timeline',
    },
  ],
  run: async (context, { iso3, on, known, statements, 'no-register': bare }) => {
    const asked = iso3.length > 0 ? [...new Set(iso3.map(nameState))].sort() : allStates
    const today = context.clock().slice(0, 10)
    const days = { on: toDay('--on', on ?? today), known: toDay('--known', known ?? today) }
    const { statements: said, own } = await readStatements(context, statements, {
      register: !bare,
    })
    const dossiers = toDossiers(said)
    const looking = { ...days, findSwitches: makeSwitchFinder() }
    const statuses = asked.map((state) => statusOf(dossiers, state, looking))
    const whole = (): readonly Known[] =>
      statuses.map((status) => ({
        status,
        duties: dutyStatusesOf(dossiers, status.state, looking),
      }))
    const { format } = context.output
    if (format === 'html')
      await writePage(context, {
        ...days,
        statuses,
        duties: new Map(whole().map(({ status, duties }) => [status.state, duties])),
        statements: said,
        own,
      })
    else if (format !== 'table') await answerStates(context, whole())
    else if (iso3.length === 0) await overviewStates(context, statuses)
    else {
      const byId = new Map(said.map((one) => [one.id, one]))
      const setting = { ...days, byId, page: context.output }
      for (const one of whole()) {
        const lines = [
          ...showStatus(one.status, setting),
          ...showDutyStatuses(one.duties, setting),
          ...showIdle(setting, idleOf(dossiers, one, looking)),
        ]
        await context.output.text(`${lines.join('\n')}\n\n`)
      }
    }
    return 0
  },
})

const allStates: readonly string[] = memberStates.map(({ iso3 }) => iso3)

const nameState = (code: string): string => {
  const state = findMemberState(code.toUpperCase())
  if (state) return state.iso3
  throw new MusterError('usage', `${code} is not the code of a member state`, {
    hint: 'Codes have three letters, such as RUS or POL; muster states shows them all.',
  })
}

/** The last day that a date can mean, in days since 1970-01-01. */
const toDay = (option: string, text: string): number => {
  const date = /^\d{4}(-\d\d){0,2}$/.test(text) ? parsePartialDate(text) : undefined
  if (date) return toSpan(date).last
  throw new MusterError('usage', `${option} ${text} is no date`, {
    hint: 'Write a day, a month or a year: 2020-04-01, 2020-04 or 2020.',
  })
}
