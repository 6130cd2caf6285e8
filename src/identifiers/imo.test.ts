import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseImo } from './imo.ts'

const forms = ['9074729', 'IMO 9074729', 'IMO9074729', 'imo no. 9074729', 'IMO number: 9074729']
const otherForms = ['IMO: 9074729', 'IMO #9074729', '  ９０７４７２９ ', 'No. 9074729']

describe('parseImo', () => {
  test.each([...forms, ...otherForms])('reads %j', (text) => {
    expect(parseImo(text)).toEqual({ number: '9074729', kind: 'ship', valid: 'checksum' })
  })

  test('tells a company by its own check digit', () => {
    expect(parseImo('IMO 2041999')).toEqual({
      number: '2041999',
      kind: 'company',
      valid: 'checksum',
    })
  })

  test('holds a number to the check digit of the kind that is asked for', () => {
    expect(parseImo('2041999', 'ship')).toMatchObject({ kind: 'ship', valid: 'broken' })
    expect(parseImo('9074729', 'company')).toMatchObject({ kind: 'company', valid: 'broken' })
  })

  test.each([
    ['9074728', '9074728'],
    ['IMO 543400', '543400'],
    ['IMO 90747290', '90747290'],
  ])('keeps and flags %j', (text, number) => {
    expect(parseImo(text)).toEqual({ number, kind: 'ship', valid: 'broken' })
  })

  test.each(['', 'n/a', '12345', '123456789', 'IMO', 'MMSI 273456789', '9074729 / 9074731'])(
    'finds no IMO number in %j',
    (text) => {
      expect(parseImo(text)).toBeUndefined()
    },
  )

  test('exactly one last digit proves six others, for ships and for companies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100000, max: 999999 }),
        fc.constantFrom('ship' as const, 'company' as const),
        (six, kind) => {
          const proved = [...'0123456789'].filter(
            (last) => parseImo(`${six}${last}`, kind)?.valid === 'checksum',
          )
          expect(proved).toHaveLength(1)
        },
      ),
    )
  })
})
