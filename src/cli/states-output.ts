import program from '../../package.json' with { type: 'json' }
import {
  type Known,
  type Status,
  showHeadcount,
  toDutyAnswer,
  toStatusAnswer,
} from '../obligations/index.ts'
import { renderStates, type StatesReport } from '../report/index.ts'
import { toContractRow } from '../sources/index.ts'
import type { Context } from './context.ts'

/** Writes what is known for programs. */
export const answerStates = async ({ output }: Context, found: readonly Known[]): Promise<void> => {
  const answers = found.map(({ status, duties }) => {
    const { flips, ...rest } = toStatusAnswer(status)
    return {
      ...rest,
      flips: flips.map(({ add, label }) => ({ add: toContractRow(add), label })),
      duties: duties.map(toDutyAnswer).map(({ flips: changes, ...duty }) => ({
        ...duty,
        flips: changes.map(({ add, status: to }) => ({ add: toContractRow(add), status: to })),
      })),
    }
  })
  await output.rows([], answers)
}

type PageOf = Pick<StatesReport, 'on' | 'known' | 'statuses' | 'duties' | 'statements'> & {
  /** Whether statements of the reader's own are among them. */
  readonly own: boolean
}

/** What is public stays so; what somebody adds is theirs to pass on. */
export const writePage = async (
  { output, clock }: Context,
  { own, ...of }: PageOf,
): Promise<void> => {
  const report: StatesReport = {
    ...of,
    title: 'What states owe, and what is known of it',
    generated: clock().slice(0, 10),
    version: program.version,
    marking: own ? 'AMBER' : 'CLEAR',
    warnings: own ? ['This page holds statements that are not in the shipped register.'] : [],
  }
  for (const part of renderStates(report)) await output.text(part)
}

/** Writes a line for each state, and how many have each label. */
export const overviewStates = async (
  { output, tell }: Context,
  found: readonly Status[],
): Promise<void> => {
  const rows = found.map((status) => ({
    state: status.state,
    label: status.label.value,
    midterm: status.midterm.value,
    final: status.final.value,
    presence: status.presence.value,
    authorisation: status.authorisation.value,
    excuse: status.excuse.value,
    headcount: showHeadcount(status.headcount.value),
    contradictions: status.contradictions.value.length,
  }))
  await output.rows(Object.keys(rows[0] ?? {}), rows)
  const counts = new Map<string, number>()
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1)
  const told = [...counts].map(([label, count]) => `${count} ${label}`).join(', ')
  tell.say(
    `${told}; no_information is never a clean bill. See one with its proof: muster states RUS`,
  )
}
