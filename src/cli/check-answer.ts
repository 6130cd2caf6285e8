import type { Checked } from '../check.ts'
import type { FundsCase } from '../funds/index.ts'
import type { PlatformFlag, RingCase } from '../identity/index.ts'
import {
  captionOf,
  type EntityId,
  type Finding,
  toBits,
  toScore,
  type Weight,
} from '../model/index.ts'
import { type Part, toPart } from '../screening/index.ts'
import { type Touched, touchedBy } from './touched.ts'

/** A finding as `check --format json` prints it. */
type AnsweredFinding = {
  readonly id: string
  readonly revision: string
  readonly question: string
  readonly claim: string
  readonly subjects: readonly string[]
  readonly designation: { readonly list: string; readonly reference: string } | null
  readonly weight: Readonly<Record<string, unknown>>
  readonly evidence: readonly (Part & { readonly facts: readonly string[] })[]
}

type AnsweredCase = {
  readonly id: string
  readonly rank: number
  readonly why: string
  readonly title: string
  /** The input's own ids, and Muster's beside them. */
  readonly subjects: readonly string[]
  readonly entities: readonly EntityId[]
  readonly marking: string
  readonly cut: number
  /** The states that it touches, and the paragraphs by which they must act. */
  readonly touches: readonly Touched[]
  readonly findings: readonly AnsweredFinding[]
  /** The ring that the case is about: what its accounts share, what else explains that, what is left without it. */
  readonly ring?: RingCase
  /** Addresses of its subject, where their value went and whose came to them. */
  readonly money?: FundsCase
}

export type CheckAnswer = {
  readonly counts: Readonly<Record<string, number>>
  readonly rejected: number
  readonly lists: readonly { readonly id: string; readonly version: string }[]
  readonly cases: readonly AnsweredCase[]
  /** Rings of earlier checks that are none any more, each with the change that ended it. */
  readonly ended: Checked['ended']
  /** What the flags are that rings name, and whether the data can tell each of any account at all. */
  readonly flags: readonly PlatformFlag[]
}

export const toCheckAnswer = (checked: Checked, rejected: number): CheckAnswer => ({
  counts: {
    subjects: checked.asked,
    designations: checked.designations.length,
    findings: checked.findings.size,
    cases: checked.cases.length,
    clean: checked.clean,
    linked_alone: checked.linkedAlone,
  },
  rejected,
  lists: checked.lists.map(({ list, version }) => ({ id: list, version })),
  cases: checked.cases.map((each) => ({
    id: each.id,
    rank: each.priority.rank,
    why: each.priority.why,
    title: each.title,
    subjects: each.subjects.map((id) => checked.subjects.get(id)?.key ?? id),
    entities: each.subjects,
    marking: each.marking,
    cut: each.subjects.reduce((sum, id) => sum + (checked.cut.get(id) ?? 0), 0),
    touches: touchedBy(each.findings.map((id) => checked.findings.get(id) as Finding)),
    findings: each.findings.map((id) => toFinding(checked, checked.findings.get(id) as Finding)),
    ...ringOf(checked, each.subjects),
    ...moneyOf(checked, each.subjects),
  })),
  ended: checked.ended,
  flags: checked.flags,
})

const ringOf = (
  { rings }: Checked,
  subjects: readonly EntityId[],
): { readonly ring?: RingCase } => {
  const [ring] = subjects.flatMap((id) => rings.get(id) ?? [])
  return ring ? { ring } : {}
}

const moneyOf = (
  { money }: Checked,
  subjects: readonly EntityId[],
): { readonly money?: FundsCase } => {
  const [found] = subjects.flatMap((id) => money.get(id) ?? [])
  return found ? { money: found } : {}
}

const toFinding = (checked: Checked, finding: Finding): AnsweredFinding => {
  const { id, revision, question, claim, subjects, weight, evidence } = finding
  return {
    id,
    revision,
    question,
    claim,
    subjects,
    designation: designationOf(checked, finding) ?? null,
    weight: toWeight(weight),
    evidence: evidence.map((piece) => ({ ...toPart(piece), facts: piece.facts })),
  }
}

const toWeight = (weight: Weight): Readonly<Record<string, unknown>> => {
  if (weight.kind === 'graded') return weight
  if (weight.kind === 'amount') {
    const { kind, asset, amount, low, high } = weight
    return { kind, asset, amount: `${amount}`, low: `${low}`, high: `${high}` }
  }
  const { kind, prior, total } = weight
  return { kind, prior: toBits(prior), bits: toBits(total), score: toScore(total) }
}

type Named = { readonly list: string; readonly reference: string; readonly caption: string }

const designationOf = (checked: Checked, { subjects }: Finding): Named | undefined => {
  const found = checked.designated.get(subjects[1] ?? subjects[0])
  return (
    found && { list: found.list, reference: found.entity.key, caption: captionOf(found.entity) }
  )
}

/** One row a case, with its heaviest finding. */
export function* toCheckRows(checked: Checked): Generator<Record<string, unknown>> {
  for (const each of checked.cases) {
    const finding = checked.findings.get(each.findings[0] as Finding['id']) as Finding
    const bits = finding.weight.kind === 'bits' ? finding.weight.total : undefined
    yield {
      rank: each.priority.rank,
      case: each.id,
      subject: each.subjects.map((id) => checked.subjects.get(id)?.key ?? id),
      title: each.title,
      bits: bits === undefined ? '' : toBits(bits).toFixed(3),
      score: bits === undefined ? '' : toScore(bits).toFixed(3),
      ...designationOf(checked, finding),
      findings: each.findings.length,
    }
  }
}
