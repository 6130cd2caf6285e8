import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from '../../bench/dice.ts'
import { wildRegister } from '../../tests/wild-register.ts'
import { type StateStatement, toSpan } from '../model/index.ts'
import { cohortsOf } from './cohort.ts'
import { makeSwitchFinder } from './find-switch.ts'
import { type Cell, type Proof, statementsOf } from './proof.ts'
import { type Status, statusOf, toDossiers } from './status.ts'

const day = (date: string): number => toSpan(date).last

const first: StateStatement = {
  id: 'seen',
  state: 'NPL',
  prop: 'sighting',
  validFrom: '2020-02-01',
  validTo: '2020-02-01',
  known: '2020-02-02',
  origin: 'agency',
  reliability: 'D',
  credibility: 4,
  text: 'workers at a site',
}

const again: StateStatement = {
  ...first,
  id: 'seen-again',
  known: '2020-05-01',
  reliability: 'B',
  credibility: 2,
  relation: 'corrects',
  target: 'seen',
  text: 'graded better since pictures bear it out',
}

const third: StateStatement = {
  ...again,
  id: 'seen-third',
  known: '2020-07-01',
  reliability: 'C',
  credibility: 3,
  target: 'seen-again',
}

const ask = (statements: readonly StateStatement[], on: string, known = on): Status =>
  statusOf(toDossiers(statements), 'NPL', { on: day(on), known: day(known) })

const told = ({ says, statements, parts }: Proof): readonly string[] => [
  ...(statements.length > 0 ? [`${says}: ${statements.join(' ')}`] : []),
  ...parts.flatMap(told),
]

describe('a statement that is graded anew', () => {
  test('has the grade that was known on the day of knowledge', () => {
    const presence = (known: string): string =>
      ask([first, again, third], '2020-12-01', known).presence.value
    expect(presence('2020-04-30')).toBe('none_known')
    expect(presence('2020-05-01')).toBe('alleged')
    const other = {
      ...first,
      id: 'other',
      origin: 'paper',
      credibility: 2,
      reliability: 'C',
    } as const
    const both = (known: string): string =>
      ask([first, again, third, other], '2020-12-01', known).presence.value
    expect([both('2020-05-01'), both('2020-07-01')]).toEqual(['corroborated', 'alleged'])
  })

  test('shows its old grades beside the new one', () => {
    const { proof } = ask([first, again, third], '2020-12-01').presence
    expect(told(proof).slice(-3)).toEqual([
      'live: seen-third',
      'graded B2 before: seen-again',
      'graded D4 before: seen',
    ])
  })

  test('shows what graded it down where it no longer counts', () => {
    const good = { ...first, reliability: 'B', credibility: 2 } as const
    const down = { ...again, reliability: 'E', credibility: 5 } as const
    const { proof, value } = ask([good, down], '2020-12-01').presence
    expect([value, told(proof)]).toEqual([
      'none_known',
      [
        'graded anew: seen',
        'graded anew by: seen-again',
        'graded anew: seen',
        'graded anew by: seen-again',
      ],
    ])
  })

  test('is no second origin, and no second time', () => {
    const { headcount } = ask(
      [
        { ...first, prop: 'returned', kind: 'flow', lo: 5, hi: 5, validFrom: '2020-01-02' },
        {
          ...again,
          prop: 'returned',
          kind: 'flow',
          lo: 5,
          hi: 5,
          validFrom: '2020-01-02',
          reliability: 'C',
        },
        {
          ...first,
          id: 'stock',
          prop: 'headcount',
          kind: 'stock',
          lo: 9,
          hi: 9,
          validFrom: '2020-01-01',
          validTo: '2020-01-01',
          reliability: 'C',
          credibility: 2,
        },
      ],
      '2020-12-01',
    )
    expect(headcount.value).toEqual({ lo: 4, hi: 4 })
  })

  test('does not become about the day on which it was graded, where it has no time of its own', () => {
    const { validFrom: _, validTo: __, ...bare } = first
    const claim = { ...bare, prop: 'claimed_zero', origin: 'NPL', reliability: 'B' } as const
    const regraded = {
      ...claim,
      id: 'again',
      known: '2023-01-01',
      credibility: 1,
      relation: 'corrects',
      target: 'seen',
    } as const
    const { presence } = ask([claim, regraded], '2023-06-01')
    expect(presence.value).toBe('none_known')
  })

  test('is a correction and no grade where anything else differs', () => {
    const more = { ...again, lo: 3, hi: 3 }
    const { proof } = ask([first, more], '2020-12-01').presence
    expect(told(proof)).toContain('live: seen-again')
    expect(told(proof).join()).not.toContain('graded')
  })

  test('is a correction and no grade where it was learned before what it corrects', () => {
    const early = { ...again, known: '2020-02-01' } as const
    const { proof } = ask([first, early], '2020-12-01').presence
    expect(told(proof)).toContain('live: seen-again')
    expect(told(proof).join()).not.toContain('graded')
  })

  test('stands in a ring of two that grade one another without end', () => {
    const ring = { ...first, relation: 'corrects', target: 'seen-again' } as const
    expect(() => ask([ring, again], '2020-12-01')).not.toThrow()
  })

  test('has its grade in cohorts too', () => {
    const [cohort] = cohortsOf(
      [first, again].map((one) => ({
        ...one,
        cohort: 'c-1',
        prop: 'headcount',
        kind: 'stock',
        lo: 7,
        hi: 7,
      })),
      { on: day('2020-12-01'), known: day('2020-12-01') },
    )
    expect(cohort?.headcount.value).toEqual({ lo: 7, hi: 7 })
    expect(
      statementsOf(cohort?.headcount.proof ?? { says: '', statements: [], parts: [] }),
    ).toEqual(['seen', 'seen-again'])
  })
})

const states = ['AGO', 'POL']

const cellsOf = ({ state: _, proof: __, ...cells }: Status): readonly [string, Cell<unknown>][] =>
  Object.entries(cells)

const shown = ({ value, proof }: Cell<unknown>): string =>
  JSON.stringify([value, statementsOf(proof)])

const grades = [
  { reliability: 'A', credibility: 1 },
  { reliability: 'B', credibility: 2 },
  { reliability: 'C', credibility: 3 },
  { reliability: 'E', credibility: 5 },
] as const

/** A wild register in which every third statement that has a whole time is graded anew, some twice. */
const graded = fc
  .record({ seed: fc.integer(), count: fc.integer({ min: 1, max: 40 }) })
  .map(({ seed, count }) => {
    const throwDice = dice(seed)
    const register = wildRegister(throwDice, { count, states })
    const anew = (target: StateStatement, id: string): StateStatement => ({
      ...target,
      ...(grades[throwDice(grades.length)] as (typeof grades)[number]),
      id,
      known: `202${throwDice(4)}-0${1 + throwDice(9)}-11`,
      relation: 'corrects',
      target: target.id,
    })
    return register.flatMap((one, at) => {
      if (at % 3 > 0 || !one.validTo || !one.validFrom) return [one]
      const next = anew(one, `${one.id}-b`)
      return throwDice(3) > 0 ? [one, next] : [one, next, anew(next, `${one.id}-c`)]
    })
  })

test('a proof holds exactly the statements whose deletion changes the cell, also where grades changed', () => {
  const findSwitches = makeSwitchFinder()
  fc.assert(
    fc.property(
      graded,
      fc.integer({ min: day('2018-01-01'), max: day('2024-06-01') }),
      fc.nat(),
      (statements, when, nth) => {
        const gone = statements[nth % statements.length] as StateStatement
        const looking = { on: when, known: when, findSwitches }
        const before = statusOf(toDossiers(statements), gone.state, looking)
        const kept = statements.filter((one) => one !== gone)
        const after = statusOf(toDossiers(kept), gone.state, looking)
        for (const [name, cell] of cellsOf(before)) {
          const holds = statementsOf(cell.proof).includes(gone.id)
          const changed = shown(cell) !== shown(after[name as 'label'])
          expect([gone.id, name, changed]).toEqual([gone.id, name, holds])
        }
      },
    ),
    { numRuns: 300 },
  )
})
