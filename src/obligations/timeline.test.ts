import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import duties from '../../data/duties.json' with { type: 'json' }
import thefts from '../../data/thefts.json' with { type: 'json' }
import { toSpan } from '../model/index.ts'
import { type EventKind, findEvents, timeline, timelineSources } from './timeline.ts'

const dayOf = (date: string): number => toSpan(date).first
const ofKind = (kind: EventKind) => timeline.filter((event) => event.kind === kind)

describe('the timeline', () => {
  test('is in the order of its dates, and each event has an id of its own and a source', () => {
    const days = timeline.map(({ date }) => dayOf(date))
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(new Set(timeline.map(({ id }) => id)).size).toBe(timeline.length)
    const sources = new Set(timeline.map(({ source }) => source))
    expect([...sources].sort()).toEqual(Object.keys(timelineSources).sort())
    expect(timeline.filter(({ says }) => says.trim() === '')).toEqual([])
  })

  test('has six nuclear tests, one event for each salvo, and no more known outcomes than missiles', () => {
    expect(ofKind('nuclear_test').map(({ date }) => date)).toEqual([
      '2006-10-09',
      '2009-05-25',
      '2013-02-12',
      '2016-01-06',
      '2016-09-09',
      '2017-09-03',
    ])
    const salvos = ofKind('missile_test')
    expect(new Set(salvos.map(({ date, missile }) => `${date} ${missile}`)).size).toBe(
      salvos.length,
    )
    for (const { count = 0, success = 0, failure = 0 } of salvos)
      expect(success + failure).toBeLessThanOrEqual(count)
  })

  test('never adds thefts, and says of each who attributes it', () => {
    for (const theft of ofKind('theft')) expect(theft).toHaveProperty('attributedBy')
    expect(ofKind('theft').filter(({ disputed }) => disputed).length).toBeGreaterThan(0)
    expect(ofKind('theft')).toHaveLength(thefts.thefts.length)
    const said = (id: string) => timeline.find((event) => event.id === `theft-${id}`)
    expect(said('bybit-2025')).toMatchObject({
      says: 'Bybit: theft, about 1,500 million US dollars',
      attributed: '2025-02-26',
    })
    expect(said('favrr-2025')?.says).toBe('Favrr: theft, about 650,000 US dollars')
    expect(said('bancomext-2018')?.says).toBe('Bancomext (Mexico): attempt, nothing lost')
    expect(said('bitrefill-2026')?.says).toBe('Bitrefill: theft, amount unknown')
    expect(said('orbit-bridge-2023')?.disputed).toBe('a researcher takes it for an inside job')
  })

  test('finds the events of a time and of some kinds', () => {
    const found = findEvents({
      from: dayOf('2017-09-03'),
      to: dayOf('2017-09-11'),
      kinds: ['nuclear_test', 'adoption', 'designation'],
    })
    expect(found.map(({ id }) => id)).toEqual(['n-6', 'r-2375', 'd-2375'])
    expect(findEvents({ from: dayOf('2024-10-31'), to: dayOf('2024-10-31') })).toContainEqual(
      expect.objectContaining({ id: 's-msmt', date: '2024-10' }),
    )
    expect(findEvents({})).toEqual(timeline)
  })
})

describe('deadlines and adoptions', () => {
  const resolutions = new Map(duties.resolutions.map((each) => [each.resolution, each]))

  test('are those of the duties', () => {
    for (const { resolution, date } of ofKind('adoption'))
      expect([resolution, date]).toEqual([resolution, resolutions.get(resolution ?? 0)?.adopted])
    expect(ofKind('adoption')).toHaveLength(duties.resolutions.length)
  })

  test.each(ofKind('deadline').filter((event) => event.duties))(
    '$says on $date rests on duties of that day',
    ({ duties: ids, resolution, date }) => {
      const written = JSON.stringify(
        resolutions.get(resolution ?? 0)?.duties.filter(({ id }) => ids?.includes(id)),
      )
      expect(JSON.parse(written)).toHaveLength(ids?.length ?? 0)
      expect(written).toContain(date)
    },
  )
})

const data = process.env.MUSTER_DATA ?? join(import.meta.dirname, '../../../shared/data')
const cns = join(data, 'context/missile_tests_cns_2023-04.csv')

test.skipIf(!existsSync(cns))('as many missiles flew each year as CNS counts', () => {
  const counted = new Map<string, number>()
  for (const [, year = ''] of readFileSync(cns, 'utf8').matchAll(
    /^\d+,(?:\d{1,2}-)?[A-Z][a-z]{2}-(\d\d),/gm,
  )) {
    const full = Number(year) > 80 ? `19${year}` : `20${year}`
    counted.set(full, (counted.get(full) ?? 0) + 1)
  }
  expect(counted.size).toBeGreaterThan(15)
  for (const [year, count] of counted)
    if (year < '2023') {
      const ours = ofKind('missile_test').filter(({ date }) => date.startsWith(year))
      expect([year, ours.reduce((sum, event) => sum + (event.count ?? 0), 0)]).toEqual([
        year,
        count,
      ])
    }
})
