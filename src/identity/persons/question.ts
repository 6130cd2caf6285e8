import {
  type Entity,
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

/** Who is really one: pairs of records of persons that are rather one person than two. */
export const samePerson: Question = {
  id: 'same_person',
  asks: 'Which records are of one person?',
  rule: () =>
    'Two records count as of one person when what they state weighs 0 bits or more together, prior included, and all records that are joined with them speak for it on the whole.',
  async *ask(facts, context) {
    const people: Entity[] = []
    for await (const entity of facts.subjects()) if (entity.schema === 'Person') people.push(entity)
    const gatherer = gather(people)
    const linked = linkRows(gatherer.fields(), gatherer.rows, { reach: () => undefined })
    const found = [...pairsOfRows(linked, 0)]
      .filter(({ a, b }) => linked.personOf[a] === linked.personOf[b])
      .sort((x, y) => x.a - y.a || x.b - y.b)
    for (const { a, b } of found) {
      const { prior, parts, total } = explainPair(linked, a, b)
      yield toFinding([people[a] as Entity, people[b] as Entity], { prior, parts, total })
    }
    for (const { id } of people) context.asked(id, 0)
  },
}

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
  return role === 'whole' ? ['given name', 'family name', 'other names'] : [field]
}
