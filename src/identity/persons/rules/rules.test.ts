import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterByMean } from './cluster.ts'
import { compareBy } from './compare.ts'
import { areDates, tellRole } from './content.ts'
import { toDay } from './dates.ts'
import { knowColumn } from './headers.ts'
import { endsInForm, toRecordKind } from './kinds.ts'
import { level } from './levels.ts'
import { restOf, splitName } from './names.ts'
import { type Kind, toValues } from './values.ts'

test.each<[Kind, string, string, keyof typeof level]>([
  ['name', 'thomas', 'tomas', 'near'],
  ['name', 'john', 'jhon', 'near'],
  ['name', 'katherine', 'catarina', 'loose'],
  ['name', 't', 'thomas', 'remote'],
  ['name', 'mary ann', 'ann', 'remote'],
  ['name', 'ada', 'zoe', 'differ'],
  ['date', '19500307', '19500703', 'near'],
  ['date', '19500307', '19590307', 'near'],
  ['date', '19500307', '19503007', 'near'],
  ['date', '19500307', '19500319', 'loose'],
  ['date', '19500307', '19500000', 'loose'],
  ['date', '19500307', '19511119', 'remote'],
  ['date', '19500307', '19711119', 'differ'],
  ['code', '5304218', '5304281', 'near'],
  ['code', '5304218', '5394288', 'loose'],
  ['code', 'tq138df', 'tq139zz', 'remote'],
  ['code', '8', '9', 'differ'],
  ['number', '10251111', '10252222', 'differ'],
  ['title', 'acme trading', 'acme export trading', 'remote'],
  ['text', 'swiss avenue', 'swis avenue', 'near'],
  ['text', 'rose cottage', 'cottage rose lane', 'remote'],
  ['email', 'ada@example.org', 'ada@exmaple.org', 'near'],
  ['email', 'ada.arden@example.org', 'ada.arden@invalid.com', 'loose'],
  ['country', 'kp', 'kr', 'differ'],
])('as a %s, %s and %s are %s', (kind, a, b, found) => {
  const compare = compareBy(kind, [a, b])
  expect(compare(0, 1)).toBe(level[found])
  expect(compare(1, 0)).toBe(level[found])
})

test.each<[string, string]>([
  ['given_name', 'given'],
  ['Surname', 'family'],
  ['fname_c1', 'given'],
  ['DOB', 'birth'],
  ['date_of_birth', 'birth'],
  ['by', 'year'],
  ['soc_sec_id', 'number'],
  ['Post Code', 'code'],
  ['suburb', 'text'],
  ['cluster', 'none'],
  ['rec_id', 'id'],
])('a column named %s is read as %s', (name, role) => {
  expect(knowColumn(name)?.role).toBe(role)
})

describe('a column without a known name is told by its content', () => {
  test.each<[string, readonly string[]]>([
    ['email', ['ada@example.org', 'bela@example.org']],
    ['date', ['1950-03-07', '19510408', '7.3.1952', '12 Mar 1960']],
    ['code', ['tq13 8df', 'bs1 2ab', '4011']],
    ['text', ['swiss avenue', 'giblin street']],
    ['code', ['2011', '2041', '2071']],
    ['none', ['always the same']],
    ['none', ['1', '2', '3', '4']],
  ])('%s', (role, texts) => {
    expect(tellRole({ texts, counts: texts.map(() => 1) }, texts.length)).toBe(role)
  })
})

test.each<[readonly string[], boolean]>([
  [['1962-10-04', '1990', '1980-05'], true],
  [['19621004', '7.3.1952', '12 Mar 1960'], true],
  [['A-1990', 'B-1991', '1992'], false],
])('a column whose name says dates, with %j, holds them: %s', (texts, are) => {
  expect(areDates(texts)).toBe(are)
})

test.each<[string, string | undefined]>([
  ['Person', 'person'],
  ['INDIVIDUAL', 'person'],
  ['Organization', 'organisation'],
  ['Legal person', 'organisation'],
  ['PublicBody', 'organisation'],
  ['Vessel', 'thing'],
  ['LegalEntity', undefined],
  ['gold', undefined],
])('%s names the kind %s', (text, kind) => {
  expect(toRecordKind(text)).toBe(kind)
})

test.each([
  ['Arden Trading Ltd', true],
  ['Birch & Cole GmbH', true],
  ['Drake Shipping Co., Limited', true],
  ['Ada Arden', false],
  ['Kim Co', false],
  ['Maria Sa', false],
  ['', false],
])('%j ends in a legal form: %s', (name, ends) => {
  expect(endsInForm(name)).toBe(ends)
})

test.each([
  ['1950-03-07', '19500307'],
  ['19501332', '19501332'],
  ['7/3/1950', '19500307'],
  ['7/3/50', '19500307'],
  ['1950', '19500000'],
  ['soon', undefined],
])('the day %s is compared as %s', (text, day) => {
  expect(toDay(text, 'day-first')).toBe(day)
})

test.each<[string, Kind, readonly string[]]>([
  ['N/A', 'code', []],
  ['Na', 'name', ['na']],
  ['Zoë; Ada ;zoe', 'name', ['ada', 'zoe']],
  ['(02) 5550-1234 ', 'phone', ['255501234']],
  ['DPRK', 'country', ['kp']],
  ['Arden Trading Co., Ltd.; ARDEN TRADING', 'title', ['arden trading']],
])('the cell %j of a %s states %j', (text, kind, values) => {
  expect(toValues(text, kind, 'day-first')).toEqual(values)
})

test.each([
  ['Ada Maria Arden', 'ada maria', 'arden'],
  ['Arden, Ada', 'ada', 'arden'],
  ['Arden', '', 'arden'],
])('%s is %s of the family %s', (name, first, family) => {
  expect(splitName(name)).toEqual({ given: first, family })
})

test('a whole name gives what its parts do not hold', () => {
  expect(restOf('Sir Ada Arden, 1st Baron Birch', 'ada', 'arden')).toBe('1 baron birch')
})

describe('groups by mean evidence', () => {
  const edge = fc.record({
    a: fc.integer({ min: 0, max: 11 }),
    b: fc.integer({ min: 0, max: 11 }),
    weight: fc.integer({ min: -20_000, max: 20_000 }),
  })
  const edges = fc
    .uniqueArray(edge, { selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}` })
    .map((all) => all.filter(({ a, b }) => a !== b))
  const toEdges = (all: readonly { a: number; b: number; weight: number }[]) => ({
    a: Int32Array.from(all, ({ a, b }) => Math.min(a, b)),
    b: Int32Array.from(all, ({ a, b }) => Math.max(a, b)),
    weight: Int32Array.from(all, ({ weight }) => weight),
  })
  const sizes = new Int32Array(12).fill(1)

  test('do not depend on the order of pairs', () =>
    fc.assert(
      fc.property(edges, (all) => {
        const found = clusterByMean(sizes, toEdges(all))
        expect(clusterByMean(sizes, toEdges([...all].reverse()))).toEqual(found)
      }),
    ))

  test('leave no two that all pairs across them would join', () =>
    fc.assert(
      fc.property(edges, (all) => {
        const group = clusterByMean(sizes, toEdges(all))
        const says = (i: number, j: number): number => {
          const seen = all.find((e) => (e.a === i && e.b === j) || (e.a === j && e.b === i))
          return seen ? Math.max(-12_000, Math.min(12_000, seen.weight)) : -1_000
        }
        const membersOf = (node: number): number[] =>
          [...group.keys()].filter((other) => group[other] === group[node])
        for (const { a, b, weight } of all) {
          if (weight < 0 || group[a] === group[b]) continue
          const across = membersOf(a).flatMap((i) => membersOf(b).map((j) => says(i, j)))
          expect(across.reduce((sum, each) => sum + each, 0)).toBeLessThan(0)
        }
      }),
    ))

  test('are not joined by one bridge', () => {
    const clique = (nodes: readonly number[]) =>
      nodes.flatMap((a) => nodes.filter((b) => b > a).map((b) => ({ a, b, weight: 9_000 })))
    const all = [
      ...clique([0, 1, 2, 3, 4]),
      ...clique([5, 6, 7, 8, 9]),
      { a: 4, b: 5, weight: 8_000 },
    ]
    const group = clusterByMean(sizes, toEdges(all))
    expect(new Set(group).size).toBe(4)
    expect(group[4]).not.toBe(group[5])
  })
})
