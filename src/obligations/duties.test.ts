import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import table from '../../data/duties.json' with { type: 'json' }
import schema from '../../data/duties.schema.json' with { type: 'json' }
import { duties, findDuty, findSuccessor, showBearer } from './duties.ts'
import { type Duty, isInForce, showParagraph } from './duty.ts'
import { ruleDate, toDay } from './rule-date.ts'

const get = (id: string): Duty => findDuty(id) as Duty

describe('the JSON Schema', () => {
  const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

  test('takes the table of duties', () => {
    expect(check.safeParse(table).error?.issues ?? []).toEqual([])
  })

  const first = table.resolutions[0]?.duties[0]
  test.each<[string, object]>([
    ['a force that is none', { force: 'should' }],
    ['a bearer that is none', { bearer: ['everyone'] }],
    ['no bearer', { bearer: [] }],
    ['an empty paraphrase', { says: '' }],
    ['a field that it does not know', { remark: 'x' }],
    ['a date that is none', { due: { rule: 'adoption', date: '22 December 2019' } }],
    ['a rule that is none', { due: { rule: 'adoption+2y' } }],
    ['a reading of no kind', { reading: [{ says: 'x' }] }],
  ])('refuses %s', (_, fault) => {
    const planted = { ...table, gaps: [{ ...first, ...fault }] }
    expect(check.safeParse({ ...table, gaps: [first] }).success).toBe(true)
    expect(check.safeParse(planted).success).toBe(false)
  })
})

describe('the duties', () => {
  test('are 188 of 13 resolutions and one gap, each id once', () => {
    expect(duties.length).toBe(189)
    expect(new Set(duties.map(({ id }) => id)).size).toBe(189)
    expect(new Set(duties.map(({ instrument }) => instrument?.resolution)).size).toBe(14)
  })

  test('carry the resolution, and where it is used the paragraph, in their ids', () => {
    for (const { id, instrument } of duties)
      expect(id).toContain(`${instrument?.resolution ?? '-none'}`)
  })

  test('point only to duties that exist, and those replaced point back', () => {
    for (const { id, ...duty } of duties) {
      const pointed = [
        ...(duty.exempt_by ?? []),
        ...(duty.see ?? []),
        ...(duty.supersedes ?? []),
        ...(duty.amended_by ?? []),
        ...(duty.until?.by ?? []),
        ...(duty.reading ?? []).flatMap(({ by }) => by ?? []),
      ]
      for (const other of pointed) expect(findDuty(other), `${id} → ${other}`).toBeDefined()
      for (const other of duty.supersedes ?? []) expect(get(other).amended_by).toEqual([id])
    }
  })

  test('are replaced expressly by 2321 OP26 and 2371 OP8 alone', () => {
    const replaced = duties.filter(({ until }) => until?.how === 'replaced')
    expect(replaced.map(({ id, until }) => [id, until?.date, until?.by])).toEqual([
      ['V-2270-29', '2016-11-30', ['V-2321-26']],
      ['V-2321-26', '2017-08-05', ['V-2371-8']],
    ])
    const superseding = duties.filter(({ supersedes }) => supersedes)
    expect(superseding.map(showParagraph)).toEqual(['2321 OP26', '2371 OP8'])
  })

  // 2087 does not invoke Chapter VII itself; its OP5 extends the measures of 1718, which does.
  test('are musts only under Chapter VII', () => {
    for (const { force, instrument, id } of duties)
      if (force === 'must' && id !== 'F-2087-5') expect(instrument?.chapter7, id).toBe(true)
  })

  test('ask for state reports as a must in three resolutions alone', () => {
    const reports = duties.filter(
      ({ topic, act, object }) =>
        topic === 'state-report' && act === 'report' && object.startsWith('steps'),
    )
    const must = reports.filter(({ force }) => force === 'must')
    expect(reports.length).toBe(9)
    expect(must.map(showParagraph)).toEqual(['2371 OP18', '2375 OP19', '2397 OP17'])
  })

  test('say that no paragraph names cyber or crypto, in a row that binds nobody', () => {
    const gap = duties.filter(({ force }) => force === 'gap')
    expect(gap.map(({ id }) => id)).toEqual(['C-none'])
    expect(isInForce(get('C-none'), toDay('2026-11-24'))).toBe(false)
    expect([showParagraph(get('C-none')), showBearer(get('C-none'))]).toEqual(['none', 'nobody'])
  })

  test('have the dates that their rules give, and a date wherever a rule gives one', () => {
    let computed = 0
    for (const { id, instrument, due, reports = [] } of duties)
      for (const { rule, date } of [
        due,
        ...reports,
        ...reports.map((each) => each.covers_to),
      ].flatMap((each) => each ?? [])) {
        if (rule === undefined || !instrument) continue
        expect(date, `${id} ${rule}`).toBe(ruleDate(instrument.adopted, rule))
        if (date) computed++
      }
    expect(computed).toBeGreaterThanOrEqual(36)
  })

  test('end on the day of what replaces them', () => {
    for (const { id, until } of duties.filter((duty) => duty.until?.how !== 'term'))
      for (const other of until?.by ?? []) {
        const { instrument, due } = get(other)
        expect([instrument?.adopted, due?.from], id).toContain(until?.date)
      }
  })
})

test.each([
  ['W-2397-08a', '2017-12-21', false],
  ['W-2397-08a', '2017-12-22', true],
  ['W-2397-08a', '2026-11-24', true],
  ['V-2270-29', '2016-11-29', true],
  ['V-2270-29', '2016-11-30', false],
  ['R-1874-26', '2024-04-30', true],
  ['R-1874-26', '2024-05-01', false],
])('%s on %s is in force: %s', (id, date, holds) => {
  expect(isInForce(get(id), toDay(date))).toBe(holds)
})

test.each([
  ['M-1874-18', '2013-03-06', undefined],
  ['M-1874-18', '2013-03-07', 'M-2094-11'],
  ['M-2371-12', '2017-09-11', 'M-2375-18'],
  ['W-2375-17a', '2026-11-24', undefined],
])('%s has on %s the successor %s', (id, date, later) => {
  expect(findSuccessor(get(id), toDay(date))?.id).toBe(later)
})

const real = new URL(
  'obligations/duties.tsv',
  process.env.MUSTER_DATA
    ? `file://${process.env.MUSTER_DATA}/`
    : new URL('../../../shared/data/', import.meta.url),
)

test.skipIf(!existsSync(real))(
  'every row of the duties that were read is here, fact by fact',
  () => {
    const [head = [], ...rows] = readFileSync(real, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(rows.map(([id]) => id).sort()).toEqual(duties.map(({ id }) => id).sort())
    for (const cells of rows) {
      const row: Readonly<Record<string, string>> = Object.fromEntries(
        head.map((column, i) => [column, cells[i] ?? '']),
      )
      const duty = get(row.id as string)
      const adopted = duty.instrument?.adopted ?? '-'
      expect([duty.id, `${duty.instrument?.resolution ?? 'none'}`, duty.paragraph ?? '-']).toEqual([
        row.id,
        row.res,
        row.para,
      ])
      expect([duty.topic, adopted]).toEqual([row.topic, row.in_force])
      expect(row.force?.replace(' (no Chapter VII)', '').replace(' ', '_')).toBe(duty.force)
      const told = JSON.stringify(duty)
      for (const [date] of `${row.deadline} ${row.report_to}`.matchAll(/\d{4}-\d\d-\d\d/g))
        expect(told, `${duty.id} ${date}`).toContain(date)
      const shares = (row.duty_paraphrase ?? '').match(/\d[\d,]*\d/g) ?? []
      for (const figure of shares) expect(told, `${duty.id} ${figure}`).toContain(figure)
    }
  },
)
