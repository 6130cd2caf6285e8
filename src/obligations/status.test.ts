import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from '../../bench/dice.ts'
import { wildRegister } from '../../tests/wild-register.ts'
import { type StateStatement, toSpan } from '../model/index.ts'
import { idleOf } from './idle.ts'
import { memberStates } from './member-states.ts'
import { type Cell, statementsOf } from './proof.ts'
import { type Status, statusOf, toDossiers } from './status.ts'

const day = (date: string): number => toSpan(date).last

const states = ['AGO', 'POL', 'RUS']

const looking = fc.record({
  on: fc.integer({ min: day('2017-07-01'), max: day('2024-06-01') }),
  known: fc.integer({ min: day('2018-01-01'), max: day('2024-06-01') }),
})

const register = fc
  .record({ seed: fc.integer(), count: fc.integer({ min: 1, max: 60 }) })
  .map(({ seed, count }) => wildRegister(dice(seed), { count, states }))

const cellsOf = ({ state: _, proof: __, ...cells }: Status): readonly [string, Cell<unknown>][] =>
  Object.entries(cells)

const shown = ({ value, proof }: Cell<unknown>): string =>
  JSON.stringify([value, statementsOf(proof)])

const ask = (
  statements: readonly StateStatement[],
  on: { readonly on: number; readonly known: number },
): Map<string, Status> => {
  const dossiers = toDossiers(statements)
  return new Map(states.map((state) => [state, statusOf(dossiers, state, on)]))
}

describe('a proof', () => {
  test('holds exactly the statements whose deletion changes the cell', () => {
    fc.assert(
      fc.property(register, looking, fc.nat(), (statements, when, nth) => {
        const gone = statements[nth % statements.length] as StateStatement
        const before = ask(statements, when)
        const after = ask(
          statements.filter((one) => one !== gone),
          when,
        )
        for (const state of states)
          for (const [name, cell] of cellsOf(before.get(state) as Status)) {
            const other = (after.get(state) as Status)[name as 'label']
            const holds = statementsOf(cell.proof).includes(gone.id)
            expect([state, name, shown(cell) !== shown(other)]).toEqual([state, name, holds])
          }
      }),
      { numRuns: 300 },
    )
  })
})

test('the order of statements changes nothing', () => {
  fc.assert(
    fc.property(register, looking, fc.integer(), (statements, when, seed) => {
      const throwDice = dice(seed)
      const shuffled = [...statements]
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = throwDice(at + 1)
        const kept = shuffled[at] as StateStatement
        shuffled[at] = shuffled[other] as StateStatement
        shuffled[other] = kept
      }
      expect(ask(shuffled, when)).toEqual(ask(statements, when))
    }),
  )
})

test('adding the statement of a flip gives its label', () => {
  fc.assert(
    fc.property(register, looking, (statements, when) => {
      for (const [state, { label, flips }] of ask(statements, when))
        for (const flip of flips.value) {
          expect(flip.label).not.toBe(label.value)
          const after = ask([...statements, flip.add], when).get(state)
          expect(after?.label.value).toBe(flip.label)
        }
    }),
    { numRuns: 100 },
  )
})

test('every member has a status with flips, and every flip holds', () => {
  const when = { on: day('2020-04-01'), known: day('2020-04-01') }
  for (const { iso3 } of memberStates) {
    const { label, flips } = statusOf(toDossiers([]), iso3, when)
    expect(label.value).toBe('no_information')
    expect(flips.value.length).toBe(iso3 === 'PRK' ? 0 : 5)
    for (const flip of flips.value) {
      const after = statusOf(toDossiers([flip.add]), iso3, when)
      expect(after.label.value).toBe(flip.label)
    }
  }
})

test.each([
  ['learned later', { known: '2020-07-01' }],
  ['about a later time', { validFrom: '2020-07-01', validTo: '2020-07-01' }],
  ['lapsed after 12 months', { validTo: '2019-05-01' }],
  ['no rule turns on it', { prop: 'weather' }],
])('a statement that bears on nothing is %s', (why, part) => {
  const statement: StateStatement = {
    id: 'st-1',
    state: 'POL',
    prop: 'claimed_zero',
    known: '2020-05-01',
    origin: 'POL',
    reliability: 'A',
    credibility: 2,
    text: 'made up',
    ...part,
  }
  const when = { on: day('2020-06-01'), known: day('2020-06-01') }
  const dossiers = toDossiers([statement])
  const found = { status: statusOf(dossiers, 'POL', when), duties: [] }
  expect(idleOf(dossiers, found, when)).toEqual([{ id: 'st-1', why }])
})
