import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import table from '../../data/duty-routes.json' with { type: 'json' }
import { duties, findDuty } from './duties.ts'
import { type Duty, isInForce } from './duty.ts'
import { type FactName, type FactPattern, factNames, parseFacts } from './facts.ts'
import { findUnbound, routeDuties } from './router.ts'
import { toDay } from './rule-date.ts'

const today = toDay('2026-11-24')

/** Developer in Vladivostok with a forged Ukrainian identity, paid through three other states. */
const developer: FactPattern = {
  worker_state: 'RUS',
  nationality_held: 'PRK',
  nationality_stated: 'UKR',
  client_state: 'USA',
  payer_state: 'GBR',
  exchange_state: 'ARE',
}

const owedBy = (facts: FactPattern, bearer: string): readonly string[] =>
  routeDuties(facts, today)
    .filter((line) => line.bearer === bearer)
    .map(({ paragraph }) => paragraph)

describe('the developer in Vladivostok', () => {
  test.each([
    ['RUS', ['2397 OP8', '2375 OP17']],
    ['USA', ['1718 OP8(d)', '2094 OP11']],
    ['GBR', ['2371 OP14', '2094 OP11']],
    ['ARE', ['2371 OP14', '2094 OP11', '2321 OP33']],
  ])('brings %s its duties: %j', (bearer, paragraphs) => {
    expect(owedBy(developer, bearer)).toEqual(expect.arrayContaining(paragraphs))
  })

  test('brings the state whose nationality is only stated nothing', () => {
    expect(owedBy(developer, 'UKR')).toEqual([])
  })

  test('is to be returned by 2019-12-22, a must that rests on place and nationality held', () => {
    const line = routeDuties(developer, today).find(({ duty }) => duty === 'W-2397-08a')
    expect(line).toMatchObject({
      bearer: 'RUS',
      paragraph: '2397 OP8',
      condition: 'if the worker earns income in its jurisdiction',
      facts: ['worker_state', 'nationality_held'],
      force: 'must',
      due: '2019-12-22',
    })
  })

  test.each([{}, { nationality_held: 'UKR' }, { nationality_stated: 'PRK' }])(
    'has to be shown to be a DPRK national where the facts say %j',
    (known) => {
      const { nationality_held, nationality_stated, ...rest } = developer
      const line = routeDuties({ ...rest, ...known }, today).find(
        ({ duty }) => duty === 'W-2397-08a',
      )
      expect(line?.condition).toMatch(/^if shown to be a DPRK national and if /)
      expect(line?.facts).toEqual(['worker_state'])
    },
  )

  test.each([
    ['2006-10-13', []],
    ['2006-10-14', ['1718 OP8(d)']],
    ['2013-03-06', ['1718 OP8(d)', '1874 OP18']],
    ['2013-03-07', ['1718 OP8(d)', '2094 OP8', '2094 OP11']],
  ])('brings USA on %s only what is in force: %j', (on, paragraphs) => {
    expect(owedBy({ ...developer, on }, 'USA')).toEqual(paragraphs)
  })
})

test('a ship under the flag of the DPRK binds those who own or insure it, and not the DPRK', () => {
  const facts: FactPattern = { flag_state: 'PRK', employer_state: 'CHN' }
  const lines = routeDuties(facts, today)
  expect(lines.every(({ bearer }) => bearer === 'CHN')).toBe(true)
  expect(lines.find(({ duty }) => duty === 'V-2270-20')?.facts).toEqual([
    'employer_state',
    'flag_state',
  ])
  expect(findUnbound(facts, today)).toEqual(['flag_state'])
})

test('a state is bound from its admission on; what is no member state is named', () => {
  const facts: FactPattern = { worker_state: 'SSD', exchange_state: 'TWN', nationality_held: 'TWN' }
  expect(findUnbound({ ...facts, on: '2011-07' }, today)).toEqual(['exchange_state'])
  expect(findUnbound({ ...facts, on: '2011-07-13' }, today)).toEqual([
    'worker_state',
    'exchange_state',
  ])
  expect(routeDuties({ ...facts, on: '2011-07-13' }, today)).toEqual([])
})

const state = fc.constantFrom('RUS', 'CHN', 'USA', 'GBR', 'ARE', 'PRK', 'SSD', 'TWN')
const pattern: fc.Arbitrary<FactPattern> = fc.record(
  {
    ...(Object.fromEntries(factNames.map((name) => [name, state])) as Record<
      FactName,
      typeof state
    >),
    on: fc.integer({ min: 2005, max: 2026 }).map(String),
  },
  { requiredKeys: [] },
)

const without = (facts: FactPattern, dropped: FactName): FactPattern =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== dropped))

describe('for any facts', () => {
  test('dropping one drops exactly the lines that rest on it', () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom(...factNames), (facts, dropped) => {
        const before = routeDuties(facts, today)
        const after = routeDuties(without(facts, dropped), today)
        const kept = before.filter((line) => !line.facts.includes(dropped))
        const gone = before.filter((line) => line.facts.includes(dropped))
        if (dropped !== 'nationality_held') {
          expect(after).toEqual(kept)
          return
        }
        // What was established is now to be shown: each line that goes leaves its conditional one.
        const own = after.filter((line) => !kept.some((old) => same(old, line)))
        expect(own.every(({ condition }) => condition.includes(table.shown))).toBe(true)
        expect(own.map(identify)).toEqual(gone.map(identify))
        expect(after.length).toBe(before.length)
      }),
    )
  })

  test('a line rests on facts that are there, is in force, and stands once for a role', () => {
    fc.assert(
      fc.property(pattern, (facts) => {
        const day = facts.on ? toDay(`${facts.on}-12-31`) : today
        const lines = routeDuties(facts, today)
        for (const line of lines) {
          expect(line.facts.length).toBeGreaterThan(0)
          expect(line.facts.every((name) => facts[name] !== undefined)).toBe(true)
          expect(line.facts.some((name) => facts[name] === line.bearer)).toBe(true)
          expect(isInForce(findDuty(line.duty) as Duty, day)).toBe(true)
          expect(line.bearer).not.toBe('PRK')
        }
        expect(new Set(lines.map((line) => JSON.stringify(line))).size).toBe(lines.length)
      }),
    )
  })
})

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)
const identify = ({ bearer, duty, facts }: ReturnType<typeof routeDuties>[number]): string =>
  [bearer, duty, ...facts.filter((name) => name !== 'nationality_held')].join()

describe('the routes', () => {
  test('name duties and facts that exist, each duty once', () => {
    const names: readonly string[] = factNames
    for (const { duty, bearers, given = {} } of table.routes) {
      expect(findDuty(duty), duty).toBeDefined()
      for (const name of [...bearers, ...Object.keys(given)]) expect(names).toContain(name)
    }
    const routed = table.routes.map(({ duty }) => duty)
    expect(new Set(routed).size).toBe(routed.length)
  })

  test('give no duty to one who does not bear it', () => {
    const general = ['member_state', 'financial_firm']
    for (const { duty, bearers } of table.routes) {
      const kinds = duties.find(({ id }) => id === duty)?.bearer ?? []
      const flags = bearers.every((name) => name === 'flag_state')
      expect(kinds.some((kind) => general.includes(kind) || (flags && kind === 'flag_state'))).toBe(
        true,
      )
    }
  })
})

test.each<[unknown, string]>([
  [[], 'no facts by name'],
  ['RUS', 'no facts by name'],
  [{ worker: 'RUS' }, 'worker is no fact'],
  [{ worker_state: 'Russia' }, 'worker_state is "Russia"'],
  [{ worker_state: 7 }, 'worker_state is 7'],
  [{ on: 'soon' }, 'on is "soon"'],
  [{ on: '2019/..' }, 'on is "2019/.."'],
])('%j is no fact pattern', (value, reason) => {
  const read = parseFacts(value)
  expect(read.ok ? '' : read.reasons.join()).toContain(reason)
})

test('facts are read with codes in capitals; what is empty is not known', () => {
  expect(
    parseFacts({ worker_state: 'rus', flag_state: '', client_state: null, on: '2019' }),
  ).toEqual({
    ok: true,
    facts: { worker_state: 'RUS', on: '2019' },
  })
})
