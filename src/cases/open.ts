import {
  type Case,
  type Claim,
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
  'Cases are ranked by their heaviest finding, in bits, those apart that only say which other records are of the same person; equal ones by the number of findings, links across mixers and services aside, then in the order of the input. What carries an amount or a grade has no bits: a case in which value of a theft or of a designated owner is found stands no lower than 0 bits would.'

/**
 * Opens a case for each subject that something was found about. Findings meet in a case through their
 * subjects, never through a designation: two people with one name share no case. That two records are of one
 * person opens none: it stands in the case of either, which is about the other record too.
 */
export const openCases = (
  findings: readonly Finding[],
  nameOf: (subject: EntityId) => string,
): Case[] => {
  const drafts = new Map<EntityId, Draft>()
  const joins = findings.filter(({ claim }) => claim === 'same_person')
  for (const each of findings) {
    if (each.claim === 'same_person') continue
    const [subject] = each.subjects
    const draft = drafts.get(subject) ?? { subject, findings: [], order: drafts.size }
    draft.findings.push(each)
    drafts.set(subject, draft)
  }
  for (const each of joins)
    for (const subject of each.subjects) drafts.get(subject)?.findings.push(each)
  for (const draft of drafts.values()) draft.findings.sort((a, b) => heightOf(b) - heightOf(a))
  return [...drafts.values()].sort(byPriority).map((draft, at) => toCase(draft, at + 1, nameOf))
}

/** Claims without bits that a case is ranked by, and what the reason of its rank calls them. */
const ranked: Partial<Record<Claim, string>> = {
  uses_address: 'it uses an address of a theft or of a designated owner',
  received_value: 'value of a theft or of a designated owner came to it',
  passed_value: 'value of it is followed',
}

/** Where a finding stands among those that have bits, in millibits. */
const heightOf = ({ weight, claim }: Finding): number => {
  // Bits of another claim: they say who it is, not what was found about him.
  if (claim === 'same_person') return Number.NEGATIVE_INFINITY
  if (weight.kind === 'bits') return weight.total
  return claim in ranked ? 0 : Number.NEGATIVE_INFINITY
}

const heaviest = ({ findings }: Draft): Finding => findings[0] as Finding

/** Findings that move a case up among equals: a link across a stop moves nobody. */
const countOf = ({ findings }: Draft): number =>
  findings.filter(({ claim }) => claim !== 'may_continue').length

const byPriority = (a: Draft, b: Draft): number =>
  heightOf(heaviest(b)) - heightOf(heaviest(a)) || countOf(b) - countOf(a) || a.order - b.order

const toCase = (draft: Draft, rank: number, nameOf: (subject: EntityId) => string): Case => {
  const count = draft.findings.length
  const findings = draft.findings.map(({ id }): FindingId => id)
  return {
    id: caseId([draft.subject]),
    title: nameOf(draft.subject),
    subjects: subjectsOf(draft),
    findings,
    priority: {
      rank,
      why: `${reasonOf(heaviest(draft))}, ${count} ${count === 1 ? 'finding' : 'findings'}`,
    },
    // Records on named workers are RED by default: they may be victims of trafficking (law 9).
    marking: 'RED',
  }
}

/** Whom a case is about, then the other records of the same person. */
const subjectsOf = ({ subject, findings }: Draft): readonly EntityId[] => {
  const same = findings.filter(({ claim }) => claim === 'same_person')
  return [...new Set([subject, ...same.flatMap(({ subjects }) => subjects)])]
}

const reasonOf = ({ claim, weight }: Finding): string => {
  if (weight.kind !== 'bits')
    return `no bits: ${ranked[claim] ?? 'what must be done because of it'}`
  const bits = toBits(weight.total)
  return `heaviest finding ${bits >= 0 ? '+' : '−'}${Math.abs(bits).toFixed(3)} bits`
}
