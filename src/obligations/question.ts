import table from '../../data/case-duties.json' with { type: 'json' }
import {
  type DesignatedEntity,
  type Entity,
  type EntityId,
  type Evidence,
  type Finding,
  finding,
  type Question,
} from '../model/index.ts'
import { type BroughtDuty, dutiesOfMatch, type Reach, reachOf } from './match-duties.ts'
import { toDay } from './rule-date.ts'

const least = table.leastBits * 1000

/** Who must act? For each subject that may be designated for the DPRK, what those who hold its assets owe. */
export const obligations: Question = {
  id: 'obligations',
  asks: 'Who must act because of it?',
  rule: () =>
    `A match with a designation for the DPRK that is at least as likely as not (${table.leastBits} bits) brings the duties to freeze of those who hold something of the subject, by paragraph and under its conditions. It says nothing more of the subject than the match does. A stated country tells where assets may be; a stated nationality brings nothing.`,
  async *ask(facts, { organisationState, today, asked }) {
    const matches = heaviestOf(facts.findings(), await designationsOf(facts.designations()))
    if (matches.size === 0) return
    for await (const subject of facts.subjects()) {
      const match = matches.get(subject.id)
      if (!match) continue
      matches.delete(subject.id)
      const brought = dutiesOfMatch({
        subject,
        reach: match.reach,
        organisation: organisationState,
        day: toDay(today),
      })
      if (brought.length > 0) yield toFinding(subject, match, brought)
      asked(subject.id, 0)
    }
  },
}

type Match = { readonly found: Finding; readonly reach: Reach }

const designationsOf = async (
  designations: AsyncIterable<DesignatedEntity> | Iterable<DesignatedEntity>,
): Promise<ReadonlyMap<EntityId, Reach>> => {
  const reaches = new Map<EntityId, Reach>()
  for await (const each of designations) {
    const reach = reachOf(each)
    if (reach) reaches.set(each.entity.id, reach)
  }
  return reaches
}

const weightOf = ({ weight }: Finding): number =>
  weight.kind === 'bits' ? weight.total : Number.NEGATIVE_INFINITY

/** The heaviest match of each subject; one with the Council's own list before any other. */
const heaviestOf = (
  findings: Iterable<Finding>,
  reaches: ReadonlyMap<EntityId, Reach>,
): Map<EntityId, Match> => {
  const best = new Map<EntityId, Match>()
  for (const found of findings) {
    const [subject, designation] = found.subjects
    const reach = designation && reaches.get(designation)
    if (found.claim !== 'is_designated' || !reach || weightOf(found) < least) continue
    const before = best.get(subject)
    const isBetter =
      !before ||
      (before.reach === reach ? weightOf(found) > weightOf(before.found) : reach === 'un')
    if (isBetter) best.set(subject, { found, reach })
  }
  return best
}

const toFinding = (
  subject: Entity,
  { found, reach }: Match,
  brought: readonly BroughtDuty[],
): Finding => {
  const rests = [...new Set(found.evidence.flatMap(({ facts }) => facts))]
  return finding({
    question: obligations.id,
    claim: 'brings_duties',
    subjects: [subject.id, found.subjects[1] as EntityId],
    weight: { kind: 'graded', label: labels[reach], flips: flips[reach] },
    evidence: brought.map(
      ({ by, state, duty, paragraph, condition, facts }): Evidence => ({
        feature: by,
        // Whether the condition holds is what nobody has told yet.
        outcome: 'unknown',
        left: state ?? 'whoever holds something of it',
        right: paragraph,
        millibits: 0,
        group: duty,
        facts: [...rests, ...facts],
        how: condition,
      }),
    ),
  })
}

const labels: Readonly<Record<Reach, string>> = {
  un: 'owed_if_confirmed',
  other: 'owed_if_confirmed_and_reached',
}

const refuted =
  'A person who decides that the subject is not this designation takes every line away.'

const flips: Readonly<Record<Reach, readonly string[]>> = {
  un: [refuted, 'A person who confirms the match leaves only the conditions on assets open.'],
  other: [
    refuted,
    'This list is not that of the Council: the lines need a listing by the Committee, or that it acts for one that is listed. The law of the listing body binds apart from them.',
  ],
}
