import {
  type Case,
  caseId,
  type EntityId,
  type Finding,
  type FindingId,
  toBits,
} from '../model/index.ts'

/** The findings about one subject, heaviest first. */
type Draft = { readonly subject: EntityId; readonly findings: Finding[]; readonly order: number }

/** The rule of priority, as reports and help state it. */
export const priorityRule =
  'Cases are ranked by their heaviest finding, in bits; equal ones by the number of findings, then in the order of the input.'

/**
 * Opens a case for each subject that something was found about. Findings meet in a case through their
 * subjects, never through a designation: two people with one name share no case.
 */
export const openCases = (
  findings: readonly Finding[],
  nameOf: (subject: EntityId) => string,
): Case[] => {
  const drafts = new Map<EntityId, Draft>()
  for (const each of findings) {
    const [subject] = each.subjects
    const draft = drafts.get(subject) ?? { subject, findings: [], order: drafts.size }
    draft.findings.push(each)
    drafts.set(subject, draft)
  }
  for (const draft of drafts.values()) draft.findings.sort((a, b) => bitsOf(b) - bitsOf(a))
  return [...drafts.values()].sort(byPriority).map((draft, at) => toCase(draft, at + 1, nameOf))
}

const bitsOf = ({ weight }: Finding): number =>
  weight.kind === 'bits' ? weight.total : Number.NEGATIVE_INFINITY

const heaviest = ({ findings }: Draft): number => bitsOf(findings[0] as Finding)

const byPriority = (a: Draft, b: Draft): number =>
  heaviest(b) - heaviest(a) || b.findings.length - a.findings.length || a.order - b.order

const toCase = (draft: Draft, rank: number, nameOf: (subject: EntityId) => string): Case => {
  const count = draft.findings.length
  const bits = toBits(heaviest(draft))
  const findings = draft.findings.map(({ id }): FindingId => id)
  return {
    id: caseId([draft.subject]),
    title: nameOf(draft.subject),
    subjects: [draft.subject],
    findings,
    priority: {
      rank,
      why: `heaviest finding ${bits >= 0 ? '+' : '−'}${Math.abs(bits).toFixed(3)} bits, ${count} ${count === 1 ? 'finding' : 'findings'}`,
    },
    // Records on named workers are RED by default: they may be victims of trafficking (law 9).
    marking: 'RED',
  }
}
