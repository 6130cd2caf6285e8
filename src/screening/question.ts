import { type Finding, finding, type Question, toBits } from '../model/index.ts'
import { type Listed, toListed } from './listed.ts'
import { toProfile } from './profile.ts'
import { type Match, nameFloor, Screener, toEvidence } from './screener.ts'

/** Who is on a list? One finding for each designation that a subject may be. */
export const screening: Question = {
  id: 'screening',
  asks: 'Is a subject on a list?',
  rule: (settings) =>
    `A designation is found where its evidence weighs at least ${settings['screen.min-bits']} bits before the prior and rests on a name of at least ${toBits(nameFloor)} bits or on an identifier. The prior is one in the number of designations searched.`,
  async *ask(facts, { settings, asked }) {
    const listed: Listed[] = []
    for await (const { list, entity } of facts.designations()) listed.push(toListed(list, entity))
    const screener = new Screener(listed)
    const options = {
      minBits: (settings['screen.min-bits'] as number) * 1000,
      limit: settings['screen.limit'] as number,
    }
    for await (const subject of facts.subjects()) {
      const { prior, matches, cut } = screener.screen(toProfile(subject), options)
      for (const match of matches) yield toFinding(subject.id, prior, match)
      asked(subject.id, cut)
    }
  },
}

const toFinding = (subject: Finding['subjects'][0], prior: number, match: Match): Finding =>
  finding({
    question: screening.id,
    claim: 'is_designated',
    subjects: [subject, match.listed.profile.entity.id],
    weight: { kind: 'bits', prior, total: match.total },
    evidence: match.evidence.map(toEvidence),
  })
