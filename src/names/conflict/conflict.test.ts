import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTokens } from '../compare.ts'
import { foldName } from '../fold.ts'
import { conflictWeight } from './index.ts'

const conflict = (left: string, right: string): number =>
  conflictWeight(foldName(left), foldName(right))

describe('parts that must not differ', () => {
  test.each([
    ['Office 39', 'Office 38'],
    ['Office 39', 'Bureau No. 38'],
    ['Example Fund II', 'Example Fund III LP'],
    ['Sam Jong 1', 'Sam Jong 2'],
    ['Second Academy of Natural Sciences', 'First Academy of Natural Sciences'],
    ['KPA Unit 586', 'KPA Unit 587'],
    ['Chol Bong San 1', 'Chol Bong San 10'],
  ])('the numbers of %s and %s part them', (left, right) => {
    expect(conflict(left, right)).toBeLessThanOrEqual(-12_000)
    expect(compareTokens(foldName(left), foldName(right)).millibits).toBeLessThan(8000)
  })

  test.each([
    ['Office 39', 'Bureau #39'],
    ['Office No. 039', 'Division Thirty-Nine'],
    ['Che 2 Chayon Kwahakwon', '2nd Academy of Natural Sciences'],
    ['Example Fund II', 'Example Fund 2'],
  ])('the numbers of %s and %s agree', (left, right) => {
    expect(conflict(left, right)).toBe(0)
  })

  test.each([
    ['MV Sam Jong 1', 'Sam Jong 1'],
    ['MV Margarita I', 'Margarita 1'],
    ['MT Chon Ma San', 'CHON MA SAN'],
  ])('ships of one name and number: %s and %s', (left, right) => {
    const compared = compareTokens(foldName(left), foldName(right))
    expect(compared.conflict).toBe(0)
    expect(compared.millibits).toBeGreaterThan(8000)
  })

  test.each([
    ['MV Sam Jong 1', 'Sam Jong 2'],
    ['MV Margarita I', 'MT Margarita II'],
  ])('ships of one name and another number: %s and %s', (left, right) => {
    expect(compareTokens(foldName(left), foldName(right)).millibits).toBeLessThan(8000)
  })

  test('a number that one name lacks costs less than another number', () => {
    expect(conflict('Sam Jong 1', 'Sam Jong')).toBeLessThan(0)
    expect(conflict('Sam Jong 1', 'Sam Jong')).toBeGreaterThan(
      conflict('Sam Jong 1', 'Sam Jong 2') / 2,
    )
  })

  test.each([
    ['JSC Smaz', 'JSC Somz'],
    ['AO Duks', 'DCSS JSC'],
  ])('acronyms that only sound alike are no one firm: %s and %s', (left, right) => {
    expect(conflict(left, right)).toBeLessThan(0)
  })

  test('a word that is often left out costs less than one of the name itself', () => {
    const [group, rivers] = [
      conflict('Ryonha Machinery Group', 'Ryonha Machinery'),
      conflict('Ryonha Rivers Machinery', 'Ryonha Machinery'),
    ]
    expect(group).toBeLessThan(0)
    expect(rivers).toBeLessThan(group)
  })

  test('a country makes another ministry of the same name', () => {
    expect(conflict('Ministry of Defence', 'Ministry of Defence of Syria')).toBeLessThan(
      conflict('Example Shipping', 'Example Shipping Syria'),
    )
  })

  test.each([
    ['another country', 'Bank of China', 'Bank of Chad'],
    ['another country', 'Example Shipping Iran', 'Example Shipping Syria'],
    ['another city', 'Example Trading Dalian', 'Example Trading Dandong'],
    ['another trade', 'Korea Daesong Bank', 'Korea Daesong Shipping Company'],
    ['another name', 'Korea Ryonha Trading Corporation', 'Korea Kumsan Trading Corporation'],
    ['common words alone', 'Rose Hong Kong Trading Limited', 'Lily Hong Kong Trading Limited'],
  ])('%s costs: %s and %s', (_, left, right) => {
    expect(conflict(left, right)).toBeLessThan(0)
    expect(compareTokens(foldName(left), foldName(right)).millibits).toBeLessThan(11_000)
  })

  test.each([
    ['Kim Chol Nam', 'Kim Chol Ho'],
    ['Vladimir Putin', 'V Putin'],
    ['Ali Hassan', 'Ali al-Iraqi'],
    ['Korea Daesong Bank', 'Choson Taesong Unhaeng'],
    ['Korea Ryonha Machinery Corporation', 'Ryonha Machinery'],
  ])('%s and %s hold nothing of the kind', (left, right) => {
    expect(conflict(left, right)).toBe(0)
  })

  test('sister firms that share many rare words weigh less than one firm of few', () => {
    const weigh = (left: string, right: string) =>
      compareTokens(foldName(left), foldName(right)).millibits
    const sisters = weigh(
      'Zvezdochka Verkhnyaya Kolomna Stekloplastik Plant JSC',
      'Zvezdochka Verkhnyaya Kolomna Stekloplastik Insurance JSC',
    )
    expect(sisters).toBeLessThanOrEqual(16_000)
    expect(weigh('Zvezdochka Kolomna Plant JSC', 'AO Zvezdochka Kolomna Zavod')).toBeGreaterThan(
      sisters,
    )
  })

  const word = fc.constantFrom(
    ...'korea china chad shanghai beijing bank trading shipping limited corporation general 1 2 39 unit586 ryonbong ryonha daesong of kim'.split(
      ' ',
    ),
  )
  const name = fc.array(word, { maxLength: 6 })

  test('is symmetric, never positive, and nothing between a name and itself', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(conflictWeight(a, b)).toBe(conflictWeight(b, a))
        expect(conflictWeight(a, b)).toBeLessThanOrEqual(0)
        expect(conflictWeight(a, [...a].reverse())).toBeGreaterThanOrEqual(conflictWeight(a, a))
      }),
    )
  })
})
