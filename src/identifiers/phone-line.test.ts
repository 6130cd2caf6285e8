import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import table from '../../data/phone-lines.json' with { type: 'json' }
import { readPhone } from './phone-line.ts'

const lineOf = (type: string | undefined): string | undefined =>
  ({ MOBILE: 'mobile', VOIP: 'voip' })[type ?? '']

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 11 })

test('numbers and lines are told as libphonenumber tells them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(table.codes)), digits, (code, national) => {
      const written = `+${code}${national}`
      const expected = parsePhoneNumberFromString(written)
      const read = readPhone(written)
      if (!expected?.isValid() || expected.number !== written) return
      expect(read?.number).toBe(written)
      expect(read?.flaw).toBeUndefined()
      expect(read?.line).toBe(lineOf(expected.getType()))
    }),
    { numRuns: 5_000 },
  )
})
