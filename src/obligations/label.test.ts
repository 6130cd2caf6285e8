import { describe, expect, test } from 'vitest'
import { type StateStatement, toSpan } from '../model/index.ts'
import type { StatusAnswer } from './answer.ts'
import { toStatusAnswer } from './answer.ts'
import { statusOf, toDossiers } from './status.ts'
import type { Label } from './status-rules.ts'

type Part = Partial<StateStatement> & Pick<StateStatement, 'prop'>

/** Statements on a made-up history of one state, known on the day they are about. */
const say = (parts: readonly Part[]): readonly StateStatement[] =>
  parts.map((part, at) => ({
    id: `st-${at}`,
    state: 'RUS',
    known: part.validTo ?? '2020-03-01',
    origin: 'AGENCY',
    reliability: 'C',
    credibility: 2,
    text: 'made up',
    ...part,
  }))

const ask = (parts: readonly Part[], on: string, known = on, state = 'RUS'): StatusAnswer =>
  toStatusAnswer(
    statusOf(toDossiers(say(parts)), state, {
      on: toSpan(on).last,
      known: toSpan(known).last,
    }),
  )

const day = (date: string): Pick<StateStatement, 'validFrom' | 'validTo'> => ({
  validFrom: date,
  validTo: date,
})

const own = { origin: 'RUS-ministry', reliability: 'A', credibility: 2 } as const
const body = { origin: '1718 Panel', reliability: 'B', credibility: 2 } as const
const some = { prop: 'headcount', kind: 'stock', lo: 300, hi: 300 } as const
const seen = (origin: string, date: string): Part => ({ prop: 'sighting', origin, ...day(date) })
const zero = (date: string): Part => ({ ...own, prop: 'claimed_zero', ...day(date) })
const two = [seen('AGENCY', '2020-02-01'), seen('paper', '2020-02-02')] as const

const cases: readonly (readonly [name: string, Label, string, readonly Part[]])[] = [
  ['nothing is said', 'no_information', '2020-06-01', []],
  [
    'the day is before the cap',
    'no_information',
    '2017-08-04',
    [{ ...own, ...some, ...day('2017-01-01') }],
  ],
  [
    'a finding of workers after the deadline',
    'breach_documented',
    '2020-06-01',
    [{ ...body, prop: 'finding', ...day('2020-02-01') }],
  ],
  [
    'a finding that is not about the time after the deadline',
    'no_information',
    '2020-06-01',
    [{ ...body, prop: 'finding', ...day('2019-02-01') }],
  ],
  [
    'a finding of authorisations after 2017-09-11',
    'breach_documented',
    '2018-06-01',
    [{ ...body, prop: 'finding', unit: 'authorisations', ...day('2018-02-01') }],
  ],
  [
    'a finding that is graded too low',
    'no_information',
    '2020-06-01',
    [{ ...body, credibility: 3, prop: 'finding', ...day('2020-02-01') }],
  ],
  [
    'a finding by no such body',
    'no_information',
    '2020-06-01',
    [{ ...body, origin: 'institute', prop: 'finding', ...day('2020-02-01') }],
  ],
  [
    "the state's own word that some remain after the deadline",
    'overdue_admitted',
    '2020-06-01',
    [{ ...own, ...some, ...day('2020-01-23') }],
  ],
  [
    'the same word, superseded by a claim of zero',
    'reported_clear',
    '2020-06-01',
    [{ ...own, ...some, ...day('2020-01-23') }, zero('2020-04-01')],
  ],
  ['two independent origins', 'breach_indicated', '2020-06-01', two],
  [
    'two origins of which one repeats the other',
    'no_information',
    '2020-06-01',
    [two[0], { ...two[1], relation: 'repeats', target: 'st-0' }],
  ],
  [
    'two origins of which one is graded C3',
    'no_information',
    '2020-06-01',
    [two[0], { ...two[1], credibility: 3 }],
  ],
  [
    'two origins, both before the deadline',
    'no_information',
    '2020-06-01',
    [seen('AGENCY', '2019-02-01'), seen('paper', '2019-02-02')],
  ],
  [
    'two origins beside a claim of zero that is later',
    'contested',
    '2020-06-01',
    [...two, zero('2020-03-01')],
  ],
  [
    'two origins later than a claim of zero, which lapses',
    'breach_indicated',
    '2020-06-01',
    [...two, zero('2020-01-01')],
  ],
  [
    'two origins beside a claim of an exception',
    'contested',
    '2020-06-01',
    [...two, { ...own, prop: 'exception_claimed', ...day('2020-01-01') }],
  ],
  [
    'an authorisation after 2017-09-11',
    'breach_indicated',
    '2018-06-01',
    [{ prop: 'authorisation_granted', credibility: 3, ...day('2018-02-01') }],
  ],
  [
    'an authorisation before that day',
    'no_information',
    '2018-06-01',
    [{ prop: 'authorisation_granted', credibility: 3, ...day('2017-09-01') }],
  ],
  [
    'a stated visa switch',
    'breach_indicated',
    '2020-01-10',
    [{ prop: 'visa_switch', credibility: 3, ...day('2019-12-31') }],
  ],
  [
    "the state's word that some remain, before the deadline",
    'reported_residual',
    '2019-06-01',
    [{ ...own, ...some, ...day('2018-12-31') }],
  ],
  ['a claim of zero', 'reported_clear', '2020-06-01', [zero('2019-12-10')]],
  ['a claim of zero after 12 months', 'reported_clear', '2020-12-10', [zero('2019-12-10')]],
  [
    'a claim of zero after 12 months and a day',
    'no_information',
    '2020-12-11',
    [zero('2019-12-10')],
  ],
  [
    'a claim of zero and one later allegation',
    'no_information',
    '2020-06-01',
    [zero('2019-12-10'), { ...seen('AGENCY', '2020-02-01'), credibility: 3 }],
  ],
  [
    'a claim of zero for one cohort',
    'no_information',
    '2020-06-01',
    [{ ...zero('2019-12-10'), cohort: 'c-1' }],
  ],
  [
    'a claim of zero by somebody else',
    'no_information',
    '2020-06-01',
    [{ ...zero('2019-12-10'), origin: 'AGENCY' }],
  ],
  [
    'a word that its origin corrected',
    'no_information',
    '2020-06-01',
    [
      { ...own, ...some, ...day('2020-01-23') },
      { ...own, prop: 'headcount', relation: 'corrects', target: 'st-0', ...day('2020-01-23') },
    ],
  ],
]

describe('the label', () => {
  test.each(cases)('%s: %s on %s', (_, label, on, parts) => {
    expect(ask(parts, on).label).toBe(label)
  })

  test('of the DPRK itself is no_information', () => {
    const parts = two.map((part) => ({ ...part, state: 'PRK' }))
    expect(ask(parts, '2020-06-01', '2020-06-01', 'PRK').label).toBe('no_information')
  })

  test('uses nothing learned after the day of knowledge', () => {
    expect(ask(two, '2020-06-01', '2020-02-01').label).toBe('no_information')
    expect(ask(two, '2020-06-01', '2020-02-02').label).toBe('breach_indicated')
  })

  test('uses nothing about a time after the day asked about', () => {
    expect(ask(two, '2020-02-01', '2026-01-01').label).toBe('no_information')
  })

  test('counts a month as its last day', () => {
    const parts = [seen('AGENCY', '2020-02'), seen('paper', '2020-02')]
    expect(ask(parts, '2020-02-28', '2026-01-01').label).toBe('no_information')
    expect(ask(parts, '2020-02-29', '2020-02-29').label).toBe('breach_indicated')
    expect(ask(parts, '2020-02-29', '2020-02-28').label).toBe('no_information')
  })
})

test('ten carriers of one origin change no label, and a second origin does', () => {
  const carried = Array.from({ length: 10 }, (_, at) => ({ ...two[0], carrier: `carrier ${at}` }))
  expect(ask(carried, '2020-06-01').label).toBe('no_information')
  expect(ask([...carried, two[1]], '2020-06-01').label).toBe('breach_indicated')
})

const presences: readonly (readonly [string, readonly Part[]])[] = [
  ['none_known', []],
  ['claimed_zero', [zero('2020-02-01')]],
  ['alleged', [{ ...two[0], credibility: 3 }]],
  ['none_known', [{ ...two[0], reliability: 'D' }]],
  ['corroborated', two],
  ['admitted', [{ ...own, ...some, ...day('2020-01-23') }]],
  ['documented', [{ ...own, credibility: 1, ...some, ...day('2020-01-23') }]],
  ['documented', [{ ...body, prop: 'finding', ...day('2020-02-01') }]],
]

test.each(presences)('presence is %s', (presence, parts) => {
  expect(ask(parts, '2020-06-01').axes.presence).toBe(presence)
})

const filed = (unit: string, date: string): Part => ({
  ...own,
  prop: 'report_filed',
  unit,
  ...day(date),
})

const filings: readonly (readonly [string, string, string, readonly Part[]])[] = [
  ['not_due', 'not_due', '2019-03-22', []],
  ['unknown', 'not_due', '2019-03-23', []],
  [
    'on_time',
    'late',
    '2020-06-01',
    [filed('midterm report', '2019-03-22'), filed('final report', '2020-03-23')],
  ],
  [
    'late',
    'on_time',
    '2020-06-01',
    [filed('midterm report', '2019-03'), filed('final report', '2020-03-22')],
  ],
  [
    'filed_unpublished',
    'unknown',
    '2020-06-01',
    [filed('midterm report, unpublished', '2019-03-08')],
  ],
  [
    'not_filed',
    'unknown',
    '2020-06-01',
    [{ prop: 'not_filed', unit: 'midterm report', ...day('2019-12-24') }],
  ],
  ['not_filed', 'not_filed', '2020-06-01', [{ prop: 'not_filed', ...day('2020-05-01') }]],
  ['not_filed', 'unknown', '2020-06-01', [{ prop: 'not_filed', ...day('2020-03-22') }]],
  [
    'late',
    'unknown',
    '2020-06-01',
    [
      { prop: 'not_filed', unit: 'midterm report', ...day('2019-12-24') },
      filed('midterm report', '2020-02-01'),
    ],
  ],
]

const between: Part = {
  ...filed('midterm report', '2019-03-26'),
  validFrom: '2018-12-31',
}

test.each([
  ['unknown', 'one day of which it may be and another are told', []],
  ['on_time', 'its origin tells the day', [filed('midterm report', '2019-03-22')]],
  ['late', 'its origin tells a later day', [filed('midterm report', '2019-03-23')]],
  [
    'on_time',
    'another saw it in time',
    [{ ...filed('midterm report', '2019-03-01'), origin: 'paper' }],
  ],
  [
    'unknown',
    'another says that nothing was filed',
    [{ prop: 'not_filed', unit: 'midterm report', ...day('2019-12-24') }],
  ],
] satisfies readonly (readonly [string, string, readonly Part[]])[])(
  'a report filed on a day before or after it was due is %s where %s',
  (midterm, _, more) => {
    expect(ask([between, ...more], '2020-06-01').axes.reporting.midterm).toBe(midterm)
  },
)

test.each(filings)('reports are %s and %s on %s', (midterm, final, on, parts) => {
  expect(ask(parts, on).axes.reporting).toEqual({ midterm, final })
})

test.each([
  ['none_seen', []],
  ['legacy_contracts', [{ prop: 'permits', kind: 'stock', lo: 9, hi: 9, ...day('2018-12-31') }]],
  ['new_after_2017-09-11', [{ prop: 'permits', kind: 'flow', lo: 9, hi: 9, ...day('2018-12-31') }]],
  ['visa_switch_indicated', [{ prop: 'visa_switch', ...day('2019-12-31') }]],
] satisfies readonly (readonly [string, readonly Part[]])[])(
  'authorisation is %s',
  (authorisation, parts) => {
    expect(ask(parts, '2020-06-01').axes.authorisation).toBe(authorisation)
  },
)

test.each([
  ['none', []],
  ['exception_claimed', [{ ...own, prop: 'exception_claimed', ...day('2020-01-01') }]],
  ['non-legal_reason_given', [{ ...own, prop: 'reason_given', ...day('2020-01-01') }]],
  ['exception_shown', [{ ...body, prop: 'exception_shown', ...day('2020-01-01') }]],
] satisfies readonly (readonly [string, readonly Part[]])[])('excuse is %s', (excuse, parts) => {
  expect(ask(parts, '2020-06-01').axes.excuse).toBe(excuse)
})

const flow = (prop: string, lo: number, from: string, to: string): Part => ({
  ...own,
  prop,
  kind: 'flow',
  lo,
  hi: lo,
  validFrom: from,
  validTo: to,
})

const counts: readonly (readonly [string, number | null, number | null, readonly Part[]])[] = [
  ['unknown', null, null, []],
  ['the newest stock', 300, 300, [{ ...own, ...some, ...day('2020-01-23') }]],
  [
    'less those who returned',
    200,
    200,
    [{ ...own, ...some, ...day('2020-01-23') }, flow('returned', 100, '2020-02-01', '2020-02-29')],
  ],
  [
    'and some of those who entered',
    300,
    350,
    [{ ...own, ...some, ...day('2020-01-23') }, flow('entered', 50, '2020-02-01', '2020-02-29')],
  ],
  [
    'and the share that works',
    320,
    340,
    [
      { ...own, ...some, ...day('2020-01-23') },
      flow('entered', 50, '2020-02-01', '2020-02-29'),
      { ...own, prop: 'share_working', unit: 'percent', lo: 40, hi: 80, ...day('2020-02-29') },
    ],
  ],
  [
    'of a flow that began before, none or all',
    200,
    300,
    [{ ...own, ...some, ...day('2020-01-23') }, flow('returned', 100, '2020-01-01', '2020-02-29')],
  ],
  [
    'not a number where more returned than there were',
    null,
    null,
    [{ ...own, ...some, ...day('2020-01-23') }, flow('returned', 301, '2020-02-01', '2020-02-29')],
  ],
  [
    'cut where two origins count one day',
    300,
    300,
    [
      { ...own, ...some, ...day('2020-01-23') },
      { ...some, lo: 250, hi: 320, ...day('2020-01-23') },
    ],
  ],
  [
    'not a number where they leave none',
    null,
    null,
    [
      { ...own, ...some, ...day('2020-01-23') },
      { ...some, lo: 301, hi: 320, ...day('2020-01-23') },
    ],
  ],
  [
    'open above',
    300,
    null,
    [{ ...own, prop: 'headcount', kind: 'stock', lo: 300, ...day('2020-01-23') }],
  ],
  ['never a plan', null, null, [{ ...own, ...some, kind: 'plan', ...day('2020-01-23') }]],
  [
    'at least the largest cohort',
    300,
    null,
    [
      { ...own, ...some, cohort: 'c-1', ...day('2020-01-23') },
      { ...own, ...some, lo: 9, cohort: 'c-2', ...day('2020-01-23') },
    ],
  ],
  ['none while a claim of zero is live', 0, 0, [zero('2020-01-23')]],
]

test.each(counts)('the headcount is %s', (_, lo, hi, parts) => {
  expect(ask(parts, '2020-06-01').headcount).toEqual({ lo, hi })
})
