import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NumericOrder } from '../../model/index.ts'
import { readDate, sniffOrder } from './dates.ts'
import { toValue } from './values.ts'

test.each<[string, NumericOrder | undefined, string | undefined]>([
  ['1980-03-05', undefined, '1980-03-05'],
  ['5 Mar 1980', undefined, '1980-03-05'],
  ['1980', undefined, '1980'],
  ['1980-03', undefined, '1980-03'],
  ['1980/03/05', undefined, '1980-03-05'],
  ['1980.3.5', undefined, '1980-03-05'],
  ['1980. 3. 5.', undefined, '1980-03-05'],
  ['1980/3', undefined, '1980-03'],
  ['1980년 3월 5일', undefined, '1980-03-05'],
  ['1980年3月', undefined, '1980-03'],
  ['1980年', undefined, '1980'],
  ['19800305', undefined, '1980-03-05'],
  ['05031980', undefined, undefined],
  ['1962/1965', undefined, '1962/1965'],
  ['circa 1980', undefined, '1980~'],
  ['25/03/1980', undefined, '1980-03-25'],
  ['03/25/1980', undefined, '1980-03-25'],
  ['03/10/1980', 'day-first', '1980-10-03'],
  ['03/10/1980', 'month-first', '1980-03-10'],
  ['03/10/1980', undefined, '1980'],
  ['03/03/1980', undefined, '1980-03-03'],
  ['1980-13-05', undefined, undefined],
  ['19801305', undefined, undefined],
  ['around the war', undefined, undefined],
])('a date written %j in a %s file is %s', (text, order, date) => {
  expect(readDate(text, order)).toBe(date)
})

test.each([
  ['1,25/03/1980\n2,03/04/1980\n', 'day-first'],
  ['1,03/25/1980\n2,03/04/1980\n', 'month-first'],
  ['1,03/04/1980\n', undefined],
  ['1,25/03/1980\n2,03/25/1980\n', undefined],
  ['1,1980-03-25,10.25.0.1\n', undefined],
  ['', undefined],
])('in %j days and months are %s', (text, order) => {
  expect(sniffOrder(text)).toBe(order)
})

test('any day is read back from each way of writing it', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, day] = iso.split('-') as [string, string, string]
        expect(readDate(`${year}${month}${day}`, undefined)).toBe(iso)
        expect(readDate(`${year}/${month}/${day}`, undefined)).toBe(iso)
        expect(readDate(`${year}年${Number(month)}月${Number(day)}日`, undefined)).toBe(iso)
        expect(readDate(`${day}.${month}.${year}`, 'day-first')).toBe(iso)
        expect(readDate(`${month}/${day}/${year}`, 'month-first')).toBe(iso)
      },
    ),
  ))

describe('a value is written alike:', () => {
  test.each([
    ['nationality', 'DPRK', 'kp'],
    ['country', 'nowhere', 'nowhere'],
    ['gender', 'F', 'female'],
    ['gender', '남', 'male'],
    ['gender', 'diverse', 'diverse'],
    ['createdAt', '2024-01-02T13:45:00Z', '2024-01-02T13:45:00Z'],
    ['createdAt', '2 Jan 2024', '2024-01-02'],
    ['name', '1980.3.5', '1980.3.5'],
  ])('%s %s as %s', (property, text, value) => {
    expect(toValue(property, text, undefined)).toBe(value)
  })
})
