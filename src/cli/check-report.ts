import own from '../../package.json' with { type: 'json' }
import { priorityRule } from '../cases/index.ts'
import type { Checked } from '../check.ts'
import { explainAge, type ListId, lists as registry } from '../lists/index.ts'
import type { DesignatedEntity, Entity, EntityId, Finding, Source } from '../model/index.ts'
import type {
  Designation,
  ListVersion,
  Report,
  ReportCase,
  ReportFinding,
} from '../report/index.ts'
import { toListed } from '../screening/index.ts'
import { rejectedOf, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { maskMoney } from './mask-money.ts'
import { maskRing } from './mask-ring.ts'

/** What only the checked workspace can tell beside what was found. */
export type CheckedIn = {
  readonly workspace: Workspace
  readonly listFiles: readonly Source[]
  readonly rejected: number
  readonly warnings: readonly string[]
  /** Values that accounts share as they are, not masked. */
  readonly open: boolean
}

/** The report of a check, filled from what was found. */
export const toReport = (
  { settings, clock }: Context,
  checked: Checked,
  { workspace, listFiles, rejected, warnings, open }: CheckedIn,
): Report => {
  const now = clock()
  return {
    title: 'Muster check',
    // To the day: the same input gives the same bytes as long as the day is the same.
    generated: now.slice(0, 10),
    version: own.version,
    marking: 'RED',
    asked: [
      ...checked.questions.map(({ asks, rule }) => ({
        question: asks,
        rule: rule(numbers(settings)),
      })),
      { question: 'Which case comes first?', rule: priorityRule },
    ],
    inputs: checked.inputs,
    listFiles,
    lists: checked.lists.map((each): ListVersion => {
      const { list, version, date, entries, sha256, files } = each
      const { body, kind } = registry[list as ListId]
      const age =
        kind === 'starter' ? undefined : explainAge(date, now, settings['lists.stale-days'])
      const state = age ? 'stale' : 'current'
      const file = files.join('; ')
      return { id: list, body, version, date, entries, sha256, file, state, why: age ?? '' }
    }),
    warnings,
    counts: {
      subjects: checked.asked,
      cases: checked.cases.length,
      clean: checked.clean,
      linkedAlone: checked.linkedAlone,
      rejected,
    },
    cases: checked.cases.map((each) => toReportCase(each, checked, open)),
    ended: checked.ended,
    flags: checked.flags,
    clean: cleanOf(checked),
    rejected: rejectedOf(
      workspace,
      checked.inputs.map(({ id }) => id),
    ),
  }
}

/** Settings that are numbers: those that a rule can depend on. */
export const numbers = (settings: Context['settings']): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(settings).filter(
      (each): each is [string, number] => typeof each[1] === 'number',
    ),
  )

async function* cleanOf({ facts, cases, rings }: Checked): AsyncGenerator<Entity> {
  const inCases = new Set(cases.flatMap(({ subjects }) => subjects))
  const inRings = new Set([...rings.values()].flatMap(({ accounts }) => accounts))
  for await (const entity of facts.subjects())
    if (!inCases.has(entity.id) && !inRings.has(entity.key)) yield entity
}

const toDesignation = ({ list, entity }: DesignatedEntity): Designation => ({
  entity,
  list,
  caption: toListed(list, entity).caption,
})

const toReportCase = (
  each: Checked['cases'][number],
  checked: Checked,
  open: boolean,
): ReportCase => {
  const ring = checked.rings.get(each.subjects[0] as EntityId)
  const [money] = each.subjects.flatMap((id) => checked.money.get(id) ?? [])
  const findings = each.findings.map((id) => checked.findings.get(id) as Finding)
  return {
    case: each,
    subjects: each.subjects.map((id) => checked.subjects.get(id) as Entity),
    ...(ring && { ring: open ? ring : maskRing(ring) }),
    ...(money && { money: open ? money : maskMoney(money) }),
    cut: each.subjects.reduce((sum, id) => sum + (checked.cut.get(id) ?? 0), 0),
    findings: findings.map((finding) => {
      const named = checked.designated.get(finding.subjects[1] ?? finding.subjects[0])
      const tied = findings.filter((other) => totalOf(other) === totalOf(finding)).length
      return {
        finding,
        tied,
        ...(named ? { designation: toDesignation(named) } : {}),
        ...recordsOf(finding, checked),
      }
    }),
  }
}

const recordsOf = (
  { claim, subjects }: Finding,
  checked: Checked,
): Pick<ReportFinding, 'records'> => {
  const [one, other] = subjects.map((id) => checked.subjects.get(id))
  return claim === 'same_person' && one && other ? { records: [one, other] } : {}
}

/** Undefined of a finding without bits, which ties with none. */
const totalOf = ({ weight }: Finding): number | undefined =>
  weight.kind === 'bits' ? weight.total : undefined
