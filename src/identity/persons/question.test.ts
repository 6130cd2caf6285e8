import { expect, test } from 'vitest'
import {
  type Entity,
  type EntityId,
  entityId,
  type Facts,
  type Finding,
  finding,
} from '../../model/index.ts'
import { samePerson } from './question.ts'
import { mix } from './rules/random.ts'

const person = (key: string, said: Readonly<Record<string, string>>): Entity => {
  const id = entityId('person', 'file', key)
  const statements = Object.entries(said).map(([prop, value], row) => ({
    source: 'source' as Entity['statements'][0]['source'],
    place: `row:${row}`,
    learned: null,
    entity: id,
    schema: 'Person' as const,
    prop,
    value,
  }))
  return { id, schema: 'Person', key, statements }
}

const parts = 'ba ce di fo gu ha je ki lo mu na pe ri so tu'.split(' ')
const word = (at: number): string =>
  [1, 2, 3].map((nth) => parts[mix(at, nth) % parts.length]).join('')

const people = Array.from({ length: 200 }, (_, at) =>
  person(`p${at}`, {
    name: `${word(at)} ${word(at + 1_000)}`,
    birthDate: `19${10 + (mix(at, 4) % 89)}-0${1 + (mix(at, 5) % 9)}-1${mix(at, 6) % 9}`,
  }),
)
const again = people
  .slice(0, 40)
  .map(({ statements: [name, born] }, at) =>
    person(`again${at}`, { name: name?.value as string, birthDate: born?.value as string }),
  )

/** What screening says of somebody; only whom it is about matters here. */
const match = ({ id }: Entity): Finding =>
  finding({
    question: 'screening',
    claim: 'is_designated',
    subjects: [id],
    weight: { kind: 'bits', prior: 0, total: 0 },
    evidence: [],
  })

const ask = async (subjects: readonly Entity[], matched: readonly Entity[]) => {
  const earlier = matched.map(match)
  const facts: Facts = {
    designations: () => [],
    subjects: () => subjects,
    findings: () => earlier,
  }
  const asked: EntityId[] = []
  const settings = {}
  const findings: Finding[] = []
  const context = { settings, today: '2026-11-30', asked: (id: EntityId) => asked.push(id) }
  for await (const each of samePerson.ask(facts, context)) findings.push(each)
  return { findings, asked }
}

test('who is really one is found among all records, with evidence that comes to the total', async () => {
  const { findings, asked } = await ask([...people, ...again], people.slice(0, 50))
  expect(asked).toHaveLength(50)
  expect(findings.map(({ subjects }) => subjects.map((id) => id.split('/')[1]))).toEqual(
    again.map((_, at) => [`p${at}`, `again${at}`]),
  )
  for (const { weight, evidence, claim } of findings) {
    expect(claim).toBe('same_person')
    if (weight.kind !== 'bits') throw new Error('no bits')
    expect(evidence.reduce((sum, { millibits }) => sum + millibits, weight.prior)).toBe(
      weight.total,
    )
    for (const { facts, innocent } of evidence) expect(facts.length > 0 || innocent).toBeTruthy()
  }
})

test('only those are told of about whom something was found, who comes first in the pair', async () => {
  const { findings, asked } = await ask([...people, ...again], [again[3] as Entity])
  expect(asked).toEqual([again[3]?.id])
  expect(findings.map(({ subjects }) => subjects)).toEqual([[again[3]?.id, people[3]?.id]])
  expect(await ask([...people, ...again], [])).toEqual({ findings: [], asked: [] })
})

test('people of one name, of whom nothing else is known, are not held to be one', async () => {
  const named = ([one, other]: readonly string[]) =>
    [one, other].map((key) => person(key as string, { name: 'kuna lipeso' }))
  const two = named(['one', 'other'])
  expect((await ask([...people, ...two], two)).findings).toEqual([])
})

test('companies are not asked about, and nobody is no error', async () => {
  const company: Entity = { ...(people[0] as Entity), schema: 'Company' }
  expect(await ask([company], [company])).toEqual({ findings: [], asked: [] })
})
