import { expect, test } from 'vitest'
import { type Claim, type EntityId, entityId, type Finding, finding } from '../model/index.ts'
import { openCases } from './index.ts'

const [first, second] = ['one', 'two'].map((name) => entityId('account', name)) as [
  EntityId,
  EntityId,
]

const of = (subject: EntityId, claim: Claim, other: string): Finding =>
  finding({
    ...{ question: 'funds', claim, subjects: [subject, entityId('theft', other)] },
    weight: { kind: 'amount', asset: 'X', amount: 5n, low: 0n, high: 5n },
    evidence: [],
  })

const order = (findings: readonly Finding[]): readonly string[] =>
  openCases(findings, (id) => id).map(({ title }) => title)

test('a case with more findings goes before an equal one, but links across stops do not count', () => {
  const equal = [of(first, 'received_value', 'a'), of(second, 'received_value', 'a')]
  expect(order(equal)).toEqual([first, second])
  expect(order([...equal, of(second, 'received_value', 'b')])).toEqual([second, first])
  expect(order([...equal, of(second, 'may_continue', 'b')])).toEqual([first, second])
})
