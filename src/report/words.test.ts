import { describe, expect, test } from 'vitest'
import { showCount } from '../model/index.ts'
import { commonPlace } from './place.ts'
import { counted, daysBetween, fileName, formatScore, toLabel } from './words.ts'

describe('words', () => {
  test.each([
    ['birthDate', 'Birth date'],
    ['imoNumber', 'IMO number'],
    ['aliasKind', 'Alias kind'],
    ['is_designated', 'Is designated'],
    ['CryptoWallet', 'Crypto wallet'],
  ])('%s is %s', (name, label) => {
    expect(toLabel(name)).toBe(label)
  })

  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [12_345_678, '12,345,678'],
  ])('writes %i as %s', (count, text) => {
    expect(showCount(count)).toBe(text)
  })

  test('counts one and many', () => {
    expect([1, 2, 1_000].map((count) => counted(count, 'match', 'matches'))).toEqual([
      '1 match',
      '2 matches',
      '1,000 matches',
    ])
  })

  test.each([
    [0, '0.500000'],
    [7_034, '0.992427'],
    [26_358, '0.9999999884'],
    [-9_916, '0.001034'],
    [-30_000, '0.000000000931'],
  ])('a total of %i millibits has the score %s', (total, text) => {
    expect(formatScore(total)).toBe(text)
  })

  test.each([
    ['2026-10-01', '2026-11-24T13:00:00Z', 54],
    ['2026-11-24', '2026-11-24', 0],
    ['no date', '2026-11-24', undefined],
  ])('counts the days from %s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  test.each([
    ['in/staff.csv', 'staff.csv'],
    ['C:\\lists\\un.xml', 'un.xml'],
    ['un.xml', 'un.xml'],
  ])('the file of %s is %s', (path, name) => {
    expect(fileName(path)).toBe(name)
  })

  test.each([
    [['/a/b[1]/c', '/a/b[1]/d/e'], '/a/b[1]'],
    [['row:7/name', 'row:7/birthDate'], 'row:7'],
    [['/a/b', '/a/b'], '/a/b'],
    [['/a/b', '/a/b/c'], '/a/b'],
    [['line:3', 'line:4'], ''],
    [[], ''],
  ])('%j have %j in common', (places, common) => {
    expect(commonPlace(places)).toBe(common)
  })
})
