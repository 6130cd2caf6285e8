import {
  type Entity,
  type EntityId,
  type Evidence,
  type Finding,
  finding,
  type Question,
  statementId,
} from '../../model/index.ts'
import { explainPair, type PairPart, relatives } from './explain.ts'
import { Gatherer } from './gather.ts'
import { linkRows } from './link.ts'
import { pairsOfRows } from './row-pairs.ts'
import { fieldOf, knowColumn } from './rules/headers.ts'

/**
 * Who is really one: other records of the persons about whom an earlier question found something. That
 * somebody has two records is nothing to look into by itself, so nobody else is told of.
 */
export const samePerson: Question = {
  id: 'same_person',
  asks: 'Which other records are of the persons that something was found about?',
  rule: () =>
    'Two records count as of one person when what they state weighs 0 bits or more together, prior included, and all records that are joined with them speak for it on the whole; a name alone is not enough. The weights are learned from all records of persons.',
  async *ask(facts, context) {
    const about = new Set<EntityId>()
    for (const { subjects } of facts.findings()) about.add(subjects[0])
    if (about.size === 0) return
    const people: Entity[] = []
    for await (const entity of facts.subjects()) if (entity.schema === 'Person') people.push(entity)
    if (!people.some(({ id }) => about.has(id))) return
    const gatherer = gather(people)
    const linked = linkRows(gatherer.fields(), gatherer.rows, { reach: () => undefined })
    const isAsked = (row: number): boolean => about.has((people[row] as Entity).id)
    const found = [...pairsOfRows(linked, 0)]
      .filter(({ a, b }) => linked.personOf[a] === linked.personOf[b] && (isAsked(a) || isAsked(b)))
      .map(({ a, b }) => (isAsked(a) ? { a, b } : { a: b, b: a }))
      .sort((x, y) => x.a - y.a || x.b - y.b)
    for (const { a, b } of found) {
      const pair: Pair = [people[a] as Entity, people[b] as Entity]
      // Two files may tell of one record.
      if (pair[0].id === pair[1].id) continue
      const { prior, parts, total } = explainPair(linked, a, b)
      if (parts.some(isMoreThanName)) yield toFinding(pair, { prior, parts, total })
    }
    for (const { id } of people) if (about.has(id)) context.asked(id, 0)
  },
}

const nameFields = ['given name', 'family name', 'other names']

/** Many people are called alike: something else has to agree too. */
const isMoreThanName = ({ field, millibits }: PairPart): boolean =>
  millibits > 0 && !nameFields.includes(field)

/** What each person's own statements say, a column a property. */
const gather = (people: readonly Entity[]): Gatherer => {
  const gatherer = new Gatherer()
  const columns: string[] = []
  const take = gatherer.open(columns)
  for (const { id, statements } of people) {
    const cells = columns.map(() => '')
    for (const { entity, prop, value } of statements) {
      if (entity !== id) continue
      const at = columns.includes(prop) ? columns.indexOf(prop) : columns.push(prop) - 1
      cells[at] = cells[at] ? `${cells[at]};${value}` : value
    }
    take(cells)
  }
  return gatherer
}

type Pair = readonly [Entity, Entity]

type Explained = {
  readonly prior: number
  readonly parts: readonly PairPart[]
  readonly total: number
}

const toFinding = (pair: Pair, { prior, parts, total }: Explained): Finding =>
  finding({
    question: samePerson.id,
    claim: 'same_person',
    subjects: [pair[0].id, pair[1].id],
    weight: { kind: 'bits', prior, total },
    evidence: parts.map((part) => toEvidence(pair, part)),
  })

const toEvidence = (pair: Pair, { field, how, ...said }: PairPart): Evidence => ({
  feature: field,
  ...said,
  group: field,
  facts: pair.flatMap(({ id, statements }) =>
    statements
      .filter(({ entity, prop }) => entity === id && fieldsOf(prop).includes(field))
      .map(statementId),
  ),
  ...(field === relatives ? { innocent: how } : { how }),
})

/** The compared fields that a property goes into: a whole name into the fields of all its parts. */
const fieldsOf = (prop: string): readonly string[] => {
  const { field = fieldOf(prop), role } = knowColumn(prop) ?? {}
  if (role === 'given') return ['given name']
  if (role === 'family') return ['family name']
  return role === 'whole' ? nameFields : [field]
}
