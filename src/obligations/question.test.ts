import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DesignatedEntity,
  type Entity,
  type EntityId,
  type Facts,
  type Finding,
  finding,
  type NewStatement,
  type Schema,
  type SourceId,
  statementId,
} from '../model/index.ts'
import { obligations } from './index.ts'

const make = (id: string, schema: Schema, said: Readonly<Record<string, string>>): Entity => ({
  id: id as EntityId,
  schema,
  key: id.split('/').at(-1) as string,
  statements: Object.entries(said).map(
    ([prop, value], i): NewStatement => ({
      source: 'source' as SourceId,
      place: `row:${i + 2}/${prop}`,
      learned: null,
      entity: id as EntityId,
      schema,
      prop,
      value,
    }),
  ),
})

const designated = (
  list: string,
  key: string,
  said: Readonly<Record<string, string>>,
): DesignatedEntity => ({ list, entity: make(`designation:${list}/${key}`, 'Person', said) })

const listed = designated('un', 'KPi.901', { name: 'Made Up', program: 'DPRK' })
const elsewhere = designated('ofac-sdn', '90001', { name: 'Made Up', program: 'DPRK3' })
const another = designated('un', 'QDi.901', { name: 'Made Up', program: 'Al-Qaida' })

const matchOf = (subject: Entity, { entity }: DesignatedEntity, total = 20_000): Finding =>
  finding({
    question: 'screening',
    claim: 'is_designated',
    subjects: [subject.id, entity.id],
    weight: { kind: 'bits', prior: 0, total },
    evidence: [
      {
        feature: 'name',
        outcome: 'agree',
        millibits: total,
        group: 'name',
        facts: ['st-subject-name', 'st-list-name'],
      },
    ],
  })

const ask = async (
  subject: Entity,
  matches: readonly Finding[],
  { organisationState, today = '2026-11-24' }: { organisationState?: string; today?: string } = {},
): Promise<readonly Finding[]> => {
  const facts: Facts = {
    designations: () => [listed, elsewhere, another],
    subjects: () => [subject],
    findings: () => matches,
  }
  const context = { settings: {}, today, organisationState, asked: () => undefined }
  const found: Finding[] = []
  for await (const each of obligations.ask(facts, context)) found.push(each)
  return found
}

const person = (said: Readonly<Record<string, string>> = {}): Entity =>
  make('person:f/1', 'Person', { name: 'Made Up', ...said })

const linesOf = ([found]: readonly Finding[]): readonly string[] =>
  (found?.evidence ?? []).map(({ left, right }) => `${left} ${right}`)

describe('the question of who must act', () => {
  test('brings the freeze to whoever holds something of a person on the list of the Council', async () => {
    const [found] = await ask(person(), [matchOf(person(), listed)])
    expect(found).toMatchObject({
      claim: 'brings_duties',
      subjects: ['person:f/1', 'designation:un/KPi.901'],
      weight: { kind: 'graded', label: 'owed_if_confirmed' },
    })
    expect(linesOf([found as Finding])).toEqual([
      'whoever holds something of it 1718 OP8(d)',
      'whoever holds something of it 2094 OP8',
      'whoever holds something of it 2270 OP10',
    ])
  })

  test('rests on the facts of the match, and every line says its conditions', async () => {
    const [found] = await ask(person(), [matchOf(person(), listed)])
    for (const { facts, how, outcome, millibits } of found?.evidence ?? []) {
      expect(facts).toEqual(['st-subject-name', 'st-list-name'])
      expect(how).toMatch(/^if the match is confirmed, and if /)
      expect([outcome, millibits]).toEqual(['unknown', 0])
    }
  })

  test('names the state of the organisation where it is told', async () => {
    const found = await ask(person(), [matchOf(person(), listed)], { organisationState: 'KOR' })
    expect(linesOf(found)).toEqual(['KOR 1718 OP8(d)', 'KOR 2094 OP8', 'KOR 2270 OP10'])
  })

  test.each([
    ['CryptoWallet', { publicKey: '0x1' }, 'KOR 2270 OP12'],
    ['Company', { country: 'cn' }, 'CHN 2270 OP15'],
    ['Vessel', { flag: 'pa' }, 'PAN 2321 OP12'],
  ] as const)('a %s brings what such a thing brings', async (schema, said, line) => {
    const subject = make('x:f/1', schema, said)
    const found = await ask(subject, [matchOf(subject, listed)], { organisationState: 'KOR' })
    expect(linesOf(found)).toContain(line)
  })

  test('a stated country brings lines that rest on that statement; without it they go', async () => {
    const subject = person({ country: 'cn' })
    const [found] = await ask(subject, [matchOf(subject, listed)])
    const lines = found?.evidence.filter(({ left }) => left === 'CHN') ?? []
    expect(lines.map(({ right }) => right)).toEqual(['1718 OP8(d)'])
    const [, country] = subject.statements
    for (const { facts } of lines) expect(facts).toContain(statementId(country as NewStatement))
    expect(linesOf(await ask(person(), [matchOf(person(), listed)]))).not.toContain(
      'CHN 1718 OP8(d)',
    )
  })

  test('no nationality, whatever it is, brings or takes a line', async () => {
    const [plain] = await ask(person(), [matchOf(person(), listed)])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('kp', 'kr', 'ru', 'cn', 'us', 'Korean'), async (stated) => {
        const subject = person({ nationality: stated })
        expect(await ask(subject, [matchOf(subject, listed)])).toEqual([plain])
      }),
    )
  })

  test('the DPRK itself owes nothing here', async () => {
    const subject = person({ country: 'kp' })
    expect(linesOf(await ask(subject, [matchOf(subject, listed)]))).toHaveLength(3)
  })

  test('a list of another body brings the lines only under a listing by the Committee', async () => {
    const [found] = await ask(person(), [matchOf(person(), elsewhere)])
    expect(found?.weight).toMatchObject({ label: 'owed_if_confirmed_and_reached' })
    for (const { how } of found?.evidence ?? []) expect(how).toContain('if the Committee lists it')
  })

  test('the list of the Council comes before a heavier match with another', async () => {
    const found = await ask(person(), [
      matchOf(person(), elsewhere, 30_000),
      matchOf(person(), listed, 10_000),
    ])
    expect(found.map(({ subjects }) => subjects[1])).toEqual(['designation:un/KPi.901'])
  })

  test.each([
    ['a designation that is not for the DPRK', another, 20_000, '2026-11-24'],
    ['a match that is less likely than not', listed, -1, '2026-11-24'],
    ['a day before the first freeze', listed, 20_000, '2006-10-13'],
  ])('%s brings nothing', async (_name, designation, total, today) => {
    const matches = [matchOf(person(), designation, total)]
    expect(await ask(person(), matches, { today, organisationState: 'KOR' })).toEqual([])
    expect(await ask(person(), matches, { today })).toEqual([])
  })
})
