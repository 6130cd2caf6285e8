import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type StateStatement, toSpan } from '../model/index.ts'
import { SeenStatements } from '../sources/index.ts'
import { findMemberState } from './member-states.ts'
import { readRegister } from './register.ts'
import { timeline } from './timeline.ts'
import { worldFigures } from './world-figures.ts'

let register: readonly StateStatement[] = []
let byId: ReadonlyMap<string, StateStatement> = new Map()
beforeAll(async () => {
  register = await readRegister()
  byId = new Map(register.map((statement) => [statement.id, statement]))
})

describe('the shipped register', () => {
  test('is read whole, about members only, each row with its origin and carrier', () => {
    expect(register.length).toBeGreaterThan(100)
    expect(byId.size).toBe(register.length)
    for (const { state, carrier, text } of register) {
      expect(findMemberState(state)).toBeDefined()
      expect(carrier).toBeTruthy()
      expect(text).not.toBe('')
    }
  })

  test('points only to rows that it has, of the same state', () => {
    for (const { state, target, id } of register)
      if (target) expect([id, byId.get(target)?.state]).toEqual([id, state])
  })

  test('repeats and derives within one origin', () => {
    for (const { relation, target = '', origin, id } of register)
      if (relation === 'repeats' || relation === 'derived_from')
        expect([id, byId.get(target)?.origin]).toEqual([id, origin])
  })

  test('knows nothing before it began, plans aside', () => {
    for (const { id, kind, validFrom, known } of register)
      if (kind !== 'plan' && validFrom)
        expect([id, toSpan(validFrom).first <= toSpan(known).last]).toEqual([id, true])
  })

  test('keeps kinds apart: entries are trips, visas are visas, plans are plans', () => {
    for (const { prop, kind, unit, id } of register) {
      if (prop === 'visas') expect([id, kind, unit]).toEqual([id, 'visas', 'visas'])
      if (prop === 'entered') expect([id, kind === 'trips']).toEqual([id, unit === 'trips'])
    }
  })

  test('keeps the two contradictions in the Russian entries', () => {
    expect(byId.get('st-rus-entries-2023-h1-sum')).toMatchObject({
      lo: 366,
      relation: 'contradicts',
    })
    expect(byId.get('st-rus-entries-2023-h1-all')).toMatchObject({ lo: 370, hi: 370 })
    expect(byId.get('st-rus-entries-2024-work-rest')).toMatchObject({
      hi: 0,
      relation: 'contradicts',
      target: 'st-rus-entries-2024-h1-work',
    })
  })

  test('takes its ids, so that a file read after it can give none another content', async () => {
    const seen = new SeenStatements()
    await readRegister(seen)
    const first = register[0] as StateStatement
    expect(seen.take({ ...first, lo: 1 }, 'row:1')).toContain('another statement')
  })
})

test('figures of the world name no state and have ids of their own', () => {
  expect(new Set(worldFigures.map(({ id }) => id)).size).toBe(worldFigures.length)
  for (const figure of worldFigures) {
    expect(figure).not.toHaveProperty('state')
    expect(toSpan(figure.known).last).toBeGreaterThan(0)
  }
})

const data = process.env.MUSTER_DATA ?? join(import.meta.dirname, '../../../shared/data')
const entriesPath = join(data, 'context/russia_entries.tsv')
const factsPath = join(data, 'obligations/facts.tsv')

const table = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

const measures: Readonly<Record<string, readonly [prop: string, kind: string]>> = {
  entries: ['entered', 'trips'],
  visas: ['visas', 'visas'],
  permit_stock: ['permits', 'stock'],
  stock_claim: ['headcount', 'stock'],
}

const quarters: Readonly<Record<string, readonly [first: string, last: string]>> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  H1: ['01-01', '06-30'],
}

const spanOf = (period: string): readonly [number, number] => {
  const [year = '', part = ''] = period.split('-')
  const [from, to] = (quarters[part] ?? []).map((day) => `${year}-${day}`)
  const [first, last] = [toSpan(from ?? period), toSpan(to ?? period)]
  return [first.first, last.last]
}

test.skipIf(!existsSync(entriesPath))(
  'every figure at the Russian border is in the register',
  () => {
    for (const [period = '', measure = '', purpose = '', value = ''] of table(entriesPath)) {
      const [prop, kind] = measures[measure] ?? []
      const [from, to] = spanOf(period)
      const cohort = /^all/.test(purpose) ? undefined : `c-RUS-${purpose}`
      const found = register.filter(
        (each) =>
          each.state === 'RUS' &&
          each.prop === prop &&
          each.kind === kind &&
          (measure === 'stock_claim' || each.cohort === cohort) &&
          toSpan(each.validFrom ?? '').first === from &&
          toSpan(each.validTo ?? '').last === to &&
          (each.lo ?? 0) <= Number(value) &&
          Number(value) <= (each.hi ?? 0),
      )
      expect([period, measure, purpose, found.length > 0]).toEqual([period, measure, purpose, true])
    }
  },
)

/** Where each fact of the collection went, in its order: `st-`, `w-` and timeline ids, or why nowhere. */
const places: readonly (string | readonly string[])[] = [
  'r-2397',
  'l-2397-08a',
  'l-2397-08c',
  'l-2397-08d',
  'the exceptions of paragraph 8 are duties',
  'the overseers of paragraph 8 are duties',
  'r-2375',
  'r-2371',
  's-panel-end',
  's-panel-vote',
  's-msmt',
  's-msmt-1',
  's-msmt-2',
  'that no third report was found is no fact',
  ['l-2680-2023-09-08', 'l-2680-2024-02-02', 'l-2680-2024-03-08'],
  'r-2664',
  's-joint-2023',
  'w-filed-2019-11-19',
  'w-filed-2019-12-06',
  'w-filed-2019-12-16',
  'w-filed-2020-03-22',
  'w-filed-share-2020-03-22',
  ['w-reminder-2020', 's-reminder-2020'],
  'w-returned-2019',
  ['st-chn-midterm-filed', 'st-chn-share-returned', 'st-chn-nkdb-not-counted'],
  'st-rus-headcount-2017',
  'st-rus-headcount-2018',
  ['st-rus-ambassador-2017', 'st-rus-ambassador-2018'],
  ['st-rus-remaining-2020-01', 'st-rus-reason-2020-01'],
  ['st-rus-remaining-2020-03', 'st-rus-reason-2020-03'],
  ['st-kwt-returned-2018', 'st-kwt-share-returned'],
  'st-qat-returned-copy',
  'st-qat-headcount-2017',
  'st-qat-headcount-2018',
  'st-qat-headcount-2016',
  'st-qat-headcount-2019',
  'st-vnm-returned-2018',
  ['st-npl-returned-2019', 'st-npl-ventures-closing'],
  'st-pol-none-2019',
  'st-tha-headcount-2019',
  'st-tha-visas-2019-work',
  'st-tha-policy-2019',
  'st-tha-returned-2019',
  'st-mys-returned-2017',
  'st-ago-returned-2020',
  'st-nga-waiting-2020',
  [
    'st-nga-not-filed-2019',
    'st-zwe-not-filed-2019',
    'st-gnq-midterm-filed',
    'w-congo-not-filed-2019',
  ],
  'st-sen-seen-2024',
  'st-zmb-seen-2023',
  'st-dza-death-2023',
  'w-workers-panel-2023',
  'w-revenue-panel-2023',
  'w-contracts-panel-2023',
  ['w-workers-state-2017', 'st-rus-state-2017', 'st-chn-state-2017'],
  'w-workers-tip-2019',
  ['w-hosts-known-2019', 'w-hosts-ever-2018'],
  'w-revenue-2016',
  ['st-chn-state-2017', 'st-chn-nkdb-northeast-2019', 'st-chn-nkdb-2019'],
  ['st-chn-entries-2012-work', 'st-chn-entries-2015-work'],
  'st-chn-hunchun-2024',
  ['st-chn-hunchun-2025', 'st-chn-dandong-2025'],
  'st-chn-returned-2023',
  ['st-rus-nis-2024', 'st-rus-nis-sent-2024', 'st-rus-nis-wage'],
  'st-rus-plan-2025-nis',
  'st-rus-troops-2025',
  ['st-rus-plan-alabuga-nhk', 'st-rus-plan-alabuga-gur'],
  'st-rus-csis-2026',
  'st-rus-plan-msmt',
  ['w-it-hosts-msmt-2025', 'st-chn-it-msmt', 'st-rus-it-msmt', 'st-lao-it-msmt', 'st-tza-it-msmt'],
  'w-theft-msmt-2025',
  'st-chn-banks-msmt',
  'the series is in the register, figure by figure',
  'st-rus-entries-2024-work-rest',
  'st-rus-entries-2023-h1-sum',
  ['st-rus-entries-2024-all-copy', 'w-copies-2025'],
  'a database is no fact about a state',
  'all rights are reserved: not taken',
  'l-2270-33',
  'l-2321-31',
  'l-2375-18',
  ['l-1718-11', 'l-1874-22', 'l-2094-25', 'l-2270-40', 'l-2321-36', 'l-2371-18', 'l-2397-17'],
]

test('every fact has a place that exists, or a reason to have none', () => {
  const ids = new Set([
    ...byId.keys(),
    ...worldFigures.map(({ id }) => id),
    ...timeline.map(({ id }) => id),
  ])
  const named = places.flat().filter((place) => !place.includes(' '))
  expect(named.filter((id) => !ids.has(id))).toEqual([])
})

test.skipIf(!existsSync(factsPath))('every fact of the collection is accounted for', () => {
  const facts = table(factsPath)
  expect(facts).toHaveLength(places.length)
  facts.forEach(([fact = '', , , state = ''], at) => {
    if (!findMemberState(state) || state === 'PRK') return
    const found = [places[at] ?? []].flat().filter((id) => id.startsWith('st-'))
    const states = new Set(found.map((id) => byId.get(id)?.state))
    if (found.length > 0) expect([fact, ...states]).toEqual([fact, state])
  })
})
