import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, parseAmount } from './amount.ts'
import { caseId } from './case.ts'
import { Description } from './description.ts'
import { errorTable, MusterError } from './error.ts'
import { type Evidence, toMillibits, toScore } from './evidence.ts'
import { finding } from './finding.ts'
import { canonicalJson } from './hash.ts'
import { entityId, type SourceId, sourceId } from './ids.ts'
import { type NewStatement, statementId } from './statement.ts'

describe('amounts', () => {
  test.each([
    ['12.5', 2, 1250n],
    ['0', 0, 0n],
    ['-3.000001', 6, -3000001n],
    [
      '115792089237316195423570985008687907853269984665640564039457584007913129639935',
      0,
      2n ** 256n - 1n,
    ],
  ] as const)('%s with %i places is %s units', (text, decimals, units) => {
    expect(parseAmount(text, decimals)).toBe(units)
  })

  test.each([
    ['1.23', 1],
    ['1e5', 2],
    ['1,000', 2],
    ['', 2],
    ['.5', 1],
    ['0x10', 0],
  ] as const)('"%s" is no amount of %i places', (text, decimals) => {
    expect(parseAmount(text, decimals)).toBeUndefined()
  })

  test('what is written is read back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 30 }), (units, decimals) => {
        expect(parseAmount(formatAmount(units, decimals), decimals)).toBe(units)
      }),
    )
  })
})

describe('bits', () => {
  test('are whole millibits, so that every sum is exact', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (bits) => {
        expect(Number.isInteger(toMillibits(bits))).toBe(true)
        expect(toMillibits(-bits) + toMillibits(bits)).toBe(0)
      }),
    )
  })

  test.each([
    [0, 0.5],
    [1000, 2 / 3],
    [-1000, 1 / 3],
    [-14_748, 1 / (1 + 2 ** 14.748)],
  ])('%i millibits are a score of %f', (millibits, score) => {
    expect(toScore(millibits)).toBeCloseTo(score, 12)
  })
})

const piece = (facts: readonly string[], millibits = 9000): Evidence => ({
  feature: 'name',
  outcome: 'agree',
  millibits,
  group: 'name',
  facts,
})
const make = (evidence: readonly Evidence[]) =>
  finding({
    question: 'screening',
    claim: 'is_designated',
    subjects: [entityId('person', 'staff', '7'), entityId('designation', 'un', 'XXi.001')],
    weight: { kind: 'bits', prior: -8000, total: 1000 },
    evidence,
  })

describe('a finding', () => {
  test('keeps its id when the evidence changes, and gets a new revision', () => {
    const [before, after] = [make([piece(['st-1'])]), make([piece(['st-1'], 8000)])]
    expect(after.id).toBe(before.id)
    expect(after.revision).not.toBe(before.revision)
  })

  test('keeps its revision when a new edition says the same', () => {
    expect(make([piece(['st-1'])]).revision).toBe(make([piece(['st-2'])]).revision)
  })
})

test('ids are derived from what they name', () => {
  expect(entityId('designation', 'un', 'KPi.033')).toBe('designation:un/KPi.033')
  expect(sourceId('list:un', 'ab')).toBe(sourceId('list:un', 'ab'))
  expect(sourceId('list:un', 'ab')).not.toBe(sourceId('subjects', 'ab'))
  const [a, b] = [entityId('person', 'a'), entityId('person', 'b')]
  expect(caseId([a, b])).toBe(caseId([b, a]))
})

test('equal values give equal JSON, whatever the order of their members', () => {
  expect(canonicalJson({ b: [1n, { d: 1, c: undefined }], a: 'x' })).toBe(
    '{"a":"x","b":["1",{"d":1}]}',
  )
})

const source = '0123456789abcdef' as SourceId
const owner = { text: ' XXi.001', value: 'XXi.001', place: '/L/E[1]/REF' }

describe('a description', () => {
  const describe_ = () =>
    new Description(entityId('designation', 'un', 'XXi.001'), 'Person', {
      source,
      learned: '2026-02-27',
      owner,
    })

  test('keeps the file’s text where the value differs, and only there', () => {
    const { statements } = describe_()
      .say('name', { text: 'Alpha', value: 'Alpha', place: 'p1' })
      .say('nationality', { text: 'Exampleland', value: 'Exampleland', place: 'p2' }, 'xx')
      .say('gender', undefined)
      .entity('XXi.001')
    expect(statements.map(({ prop, value, original }) => [prop, value, original])).toEqual([
      ['name', 'Alpha', undefined],
      ['nationality', 'xx', 'Exampleland'],
    ])
  })

  test('gives a part an id by what is said of it and a link to its owner', () => {
    const number = { text: 'X1', value: 'X1', place: 'p3' }
    const [one, two] = [describe_(), describe_()].map((made) => {
      made.part('document', 'Passport', number, [['number', number]])
      return made.entity('XXi.001').statements
    }) as [readonly NewStatement[], readonly NewStatement[]]
    expect(one).toEqual(two)
    expect(one.map(({ prop, value }) => [prop, value])).toEqual([
      ['number', 'X1'],
      ['holder', 'designation:un/XXi.001'],
    ])
    expect(one.map(statementId)).toHaveLength(new Set(one.map(statementId)).size)
  })
})

test('every error code has an exit code that users know', () => {
  for (const code of Object.keys(errorTable) as (keyof typeof errorTable)[])
    expect([1, 2, 4]).toContain(new MusterError(code, '').exit)
})
