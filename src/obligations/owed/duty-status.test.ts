import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from '../../../bench/dice.ts'
import { wildRegister } from '../../../tests/wild-register.ts'
import { type StateStatement, toSpan } from '../../model/index.ts'
import { duties } from '../duties.ts'
import { statementsOf } from '../proof.ts'
import { readRegister } from '../register.ts'
import { statusOf, toDossiers } from '../status.ts'
import { type DutyStatus, dutyStatusesOf } from './duty-status.ts'
import type { Owing } from './rules.ts'

type Part = Partial<StateStatement> & Pick<StateStatement, 'prop'>

const say = (parts: readonly Part[]): readonly StateStatement[] =>
  parts.map((part, at) => ({
    id: `st-${at}`,
    state: 'NPL',
    known: part.validTo ?? '2020-03-01',
    origin: 'AGENCY',
    reliability: 'C',
    credibility: 2,
    text: 'made up',
    ...part,
  }))

const day = (date: string): number => toSpan(date).last

const all = (
  statements: readonly StateStatement[],
  on: string,
  { known = on, state = 'NPL' } = {},
): readonly DutyStatus[] =>
  dutyStatusesOf(toDossiers(statements), state, { on: day(on), known: day(known) })

const under = (id: string, parts: readonly Part[], on: string, known = on): DutyStatus => {
  const found = all(say(parts), on, { known }).find(({ bound }) => bound.duty.id === id)
  if (!found) throw new Error(`no status under ${id}`)
  return found
}

const at = (date: string): Pick<StateStatement, 'validFrom' | 'validTo'> => ({
  validFrom: date,
  validTo: date,
})

const filed = (unit: string, date: string): Part => ({ prop: 'report_filed', unit, ...at(date) })
const missing = (unit: string, date: string): Part => ({ prop: 'not_filed', unit, ...at(date) })
const arises = (unit: string, date: string): Part => ({ prop: 'duty_arises', unit, ...at(date) })

const cases: readonly (readonly [string, Owing, string, string, readonly Part[]])[] = [
  ['a freeze, of which nothing is said', 'owed', 'F-1718-8d', '2018-01-01', []],
  ['a report before its day', 'report_due', 'R-2375-19', '2017-12-10', []],
  ['a report after its day, of which nothing is said', 'unknown', 'R-2375-19', '2017-12-11', []],
  ['a call for a report before its day', 'report_due', 'R-2270-40', '2016-05-31', []],
  [
    'a report filed under the number of its resolution',
    'filed',
    'R-2375-19',
    '2018-06-01',
    [filed('2375 implementation report', '2018-05-01')],
  ],
  [
    'a report filed under the id of its duty',
    'filed',
    'R-2397-17',
    '2018-06-01',
    [filed('R-2397-17', '2018-05-01')],
  ],
  [
    'a report filed under two resolutions, the second',
    'filed',
    'R-2371-18',
    '2018-06-01',
    [filed('2375/2371 implementation report', '2018-05-01')],
  ],
  [
    'a report filed under another resolution',
    'unknown',
    'R-2371-18',
    '2018-06-01',
    [filed('2375 implementation report', '2018-05-01')],
  ],
  [
    'a midterm report on workers, which is none on steps taken',
    'unknown',
    'R-2397-17',
    '2019-06-01',
    [filed('2397 midterm report', '2019-03-01')],
  ],
  [
    'a report whose resolution nobody told',
    'unknown',
    'R-2397-17',
    '2019-06-01',
    [{ prop: 'implementation_report', ...at('2018-07-20') }],
  ],
  [
    'a report filed after the day asked about',
    'unknown',
    'R-2375-19',
    '2018-04-01',
    [filed('2375 implementation report', '2018-05-01')],
  ],
  [
    'a report said to be filed, graded too low',
    'unknown',
    'R-2375-19',
    '2018-06-01',
    [{ ...filed('2375 implementation report', '2018-05-01'), credibility: 4 }],
  ],
  [
    'a report that a must asks for and that is missing',
    'owed',
    'R-2375-19',
    '2018-06-01',
    [missing('2375 implementation report', '2018-05-01')],
  ],
  [
    'a report that a call asks for and that is missing: only a must is owed',
    'report_due',
    'R-2270-40',
    '2018-06-01',
    [missing('2270 implementation report', '2018-05-01')],
  ],
  [
    'a report said to be missing before it was due',
    'unknown',
    'R-2375-19',
    '2018-06-01',
    [missing('2375 implementation report', '2017-12-01')],
  ],
  [
    'every report, where none is said to have been given',
    'owed',
    'R-2371-18',
    '2018-06-01',
    [missing('implementation report', '2018-05-01')],
  ],
  [
    'a report that one says is missing and another saw',
    'filed',
    'R-2375-19',
    '2018-06-01',
    [
      missing('2375 implementation report', '2018-05-01'),
      { ...filed('2375 implementation report', '2018-04-01'), origin: 'paper' },
    ],
  ],
  ['an expulsion of which nothing is found', 'unknown', 'F-2094-10', '2018-06-01', []],
  [
    'an expulsion, where such a person is found',
    'owed',
    'F-2094-10',
    '2018-06-01',
    [arises('F-2094-10', '2018-05-01')],
  ],
  [
    'an expulsion, where the finding is taken back',
    'unknown',
    'F-2094-10',
    '2018-06-01',
    [arises('F-2094-10', '2018-05-01'), { ...arises('F-2094-10', '2018-05-20'), lo: 0, hi: 0 }],
  ],
  [
    'a report on a search that happened',
    'report_due',
    'V-1874-15',
    '2018-06-01',
    [arises('V-1874-15', '2018-05-01')],
  ],
  [
    'a report on a search, given after it',
    'filed',
    'V-1874-15',
    '2018-06-01',
    [arises('V-1874-15', '2018-05-01'), filed('V-1874-15', '2018-05-09')],
  ],
  [
    'a report on an earlier search than the last',
    'report_due',
    'V-1874-15',
    '2018-06-01',
    [filed('V-1874-15', '2018-04-01'), arises('V-1874-15', '2018-05-01')],
  ],
  ['a cap on those that supply, of whom nothing is said', 'unknown', 'V-2397-4', '2019-01-01', []],
]

describe('the status under a duty', () => {
  test.each(cases)('%s: %s', (_, status, id, on, parts) => {
    expect(under(id, parts, on).status.value).toBe(status)
  })

  test('uses nothing that was learned after the day of knowledge', () => {
    const parts = [{ ...filed('2375 implementation report', '2018-05-01'), known: '2018-07' }]
    expect(under('R-2375-19', parts, '2018-06-01', '2018-07-30').status.value).toBe('unknown')
    expect(under('R-2375-19', parts, '2018-06-01', '2018-07-31').status.value).toBe('filed')
  })

  test('tells of a report whose resolution is not told, and rests on it', () => {
    const { status } = under('R-2397-17', [{ prop: 'implementation_report' }], '2020-06-01')
    expect(statementsOf(status.proof)).toEqual(['st-0'])
  })

  test('keeps what is said besides, which changes nothing', () => {
    const { status } = under('M-2375-18', [{ prop: 'ventures_closing' }], '2020-06-01')
    expect([status.value, statementsOf(status.proof)]).toEqual(['owed', ['st-0']])
  })

  test('leaves out duties not yet adopted, on workers, of bodies, and taken up by later ones', () => {
    const ids = (on: string): readonly string[] => all([], on).map(({ bound }) => bound.duty.id)
    expect(ids('2006-10-13')).toEqual([])
    expect(ids('2006-10-14')).toContain('F-1718-8d')
    expect(ids('2017-09-10').some((id) => id.includes('2375'))).toBe(false)
    const today = ids('2026-11-24')
    expect(today.filter((id) => id.startsWith('W-'))).toEqual([])
    for (const left of ['T-2371-4', 'M-2371-12', 'V-2270-29']) expect(today).not.toContain(left)
  })

  test('is none of the DPRK, nor of a state that was no member yet', () => {
    expect(all([], '2018-01-01', { state: 'PRK' })).toEqual([])
    expect(all([], '2011-07-13', { state: 'SSD' })).toEqual([])
    expect(all([], '2011-07-14', { state: 'SSD' }).length).toBeGreaterThan(10)
  })

  test('is owed only under a must, whatever is said', () => {
    const musts = new Set(duties.filter(({ force }) => force === 'must').map(({ id }) => id))
    const statements = wildRegister(dice(7), { count: 400, states: ['NPL'] })
    for (const {
      bound: { duty },
      status,
    } of all(statements, '2023-01-01'))
      if (status.value === 'owed') expect(musts).toContain(duty.id)
  })

  test('does not turn a report on steps taken into the midterm report', () => {
    const statements = say([filed('2375 implementation report', '2019-03-01')])
    const { midterm } = statusOf(toDossiers(statements), 'NPL', {
      on: day('2019-06-01'),
      known: day('2019-06-01'),
    })
    expect(midterm.value).toBe('unknown')
  })
})

const states = ['AGO', 'POL', 'RUS']

const looking = fc.record({
  on: fc.integer({ min: day('2016-07-01'), max: day('2024-06-01') }),
  known: fc.integer({ min: day('2018-01-01'), max: day('2024-06-01') }),
})

const register = fc
  .record({ seed: fc.integer(), count: fc.integer({ min: 1, max: 80 }) })
  .map(({ seed, count }) => wildRegister(dice(seed), { count, states }))

const shown = ({ status }: DutyStatus): string =>
  JSON.stringify([status.value, statementsOf(status.proof)])

test('a proof holds exactly the statements whose deletion changes the status under a duty', () => {
  fc.assert(
    fc.property(register, looking, fc.nat(), (statements, when, nth) => {
      const gone = statements[nth % statements.length] as StateStatement
      const kept = toDossiers(statements.filter((one) => one !== gone))
      const dossiers = toDossiers(statements)
      for (const state of states) {
        const after = dutyStatusesOf(kept, state, when)
        for (const [nth, before] of dutyStatusesOf(dossiers, state, when).entries()) {
          const changed = shown(before) !== shown(after[nth] as DutyStatus)
          const holds = statementsOf(before.status.proof).includes(gone.id)
          expect([state, before.bound.duty.id, changed]).toEqual([
            state,
            before.bound.duty.id,
            holds,
          ])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('adding the statement of a flip gives its status', () => {
  fc.assert(
    fc.property(register, looking, (statements, when) => {
      for (const {
        bound: { duty },
        status,
        flips,
      } of dutyStatusesOf(toDossiers(statements), 'RUS', when))
        for (const flip of flips) {
          expect(flip.status).not.toBe(status.value)
          const after = dutyStatusesOf(toDossiers([...statements, flip.add]), 'RUS', when)
          expect(after.find((one) => one.bound.duty === duty)?.status.value).toBe(flip.status)
        }
    }),
    { numRuns: 8 },
  )
})

test('every unknown status has a fact that would end it', () => {
  for (const {
    bound: { duty },
    status,
    flips,
  } of all([], '2026-11-24'))
    if (status.value === 'unknown') expect([duty.id, flips.length > 0]).toEqual([duty.id, true])
})

test('the shipped register files no report on steps taken under a resolution that nobody told', async () => {
  const statements = await readRegister()
  for (const state of ['QAT', 'NPL', 'THA', 'POL']) {
    const found = all(statements, '2026-11-24', { state })
    const report = found.find(({ bound }) => bound.duty.id === 'R-2397-17')
    expect([state, report?.status.value]).toEqual([state, 'unknown'])
    expect(statementsOf(report?.status.proof ?? { says: '', statements: [], parts: [] })).toEqual([
      `st-${state.toLowerCase()}-implementation-report`,
    ])
  }
})
