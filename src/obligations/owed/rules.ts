import table from '../../../data/duty-status-rules.json' with { type: 'json' }
import { duties } from '../duties.ts'
import type { Duty } from '../duty.ts'

/** Where a state stands under a duty; none of them says that a duty is kept. */
export type Owing = 'owed' | 'report_due' | 'filed' | 'unknown'

export type OwingCondition = keyof typeof table.conditions

/** A row of the decision table: its status holds when all of its conditions do. */
export type OwingRow = { readonly status: Owing; readonly all: readonly OwingCondition[] }

/** Rows of the decision table, in order. */
export const owingRows: readonly OwingRow[] = table.rows as readonly OwingRow[]

/** What each status means. */
export const owingTexts: Readonly<Record<Owing, string>> = table.statuses

/** What each condition says. */
export const owingConditionTexts: Readonly<Record<OwingCondition, string>> = table.conditions

const happenings: Readonly<Record<string, string>> = table.arising.rules
const roles: Readonly<Record<string, string>> = table.arising.bearers

/** Whether a duty asks for a report. */
export const isReport = ({ act }: Duty): boolean => act === 'report'

/**
 * What must happen first for a duty to bind a state, in words; undefined of a duty that binds every
 * member from its adoption.
 */
export const findTrigger = ({ due, bearer, condition }: Duty): string | undefined => {
  const happens = happenings[due?.rule ?? '']
  if (happens) return happens
  if (bearer.includes(table.everyMember)) return condition
  return bearer.flatMap((kind) => roles[kind] ?? []).join(' or ')
}

/**
 * The duties that a state has a status under: every must of states, and every report that states are
 * asked for. Those on workers have axes of their own.
 */
export const statedDuties: readonly Duty[] = duties.filter(
  (duty) =>
    duty.instrument !== undefined &&
    !table.leftOutTopics.includes(duty.topic) &&
    duty.bearer.some((kind) => kind === table.everyMember || kind in roles) &&
    (duty.force === 'must' || isReport(duty)),
)
