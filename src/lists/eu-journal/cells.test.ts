import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitCell } from './cells.ts'

test.each([
  ['Foo', ['Foo']],
  ['Foo; Bar', ['Foo', 'Bar']],
  ['Foo;Bar ;  Baz', ['Foo', 'Bar', 'Baz']],
  ['"Foo; Bar"; Baz', ['Foo; Bar', 'Baz']],
  ['"the ""Boss"""; Baz', ['the "Boss"', 'Baz']],
  ['5" pipe; Baz', ['5" pipe', 'Baz']],
  ['', []],
  [' ; ', []],
])('the cell %j holds %j', (cell, values) => {
  expect(splitCell(cell).map((part) => part.value)).toEqual(values)
})

test('cells split as a semicolon table does, and each part is in the cell', () => {
  const value = fc
    .string({ unit: fc.constantFrom(...'ab; "é'.split('')), minLength: 1, maxLength: 8 })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const written = (text: string): string =>
    /[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
      const cell = values.map(written).join('; ')
      const parts = splitCell(cell)
      expect(parts.map((part) => part.value)).toEqual(values)
      const [row] = parse(cell.replaceAll('; ', ';'), { delimiter: ';' }) as string[][]
      if (!values.some((each) => each.includes('; '))) expect(row).toEqual(values)
      for (const part of parts) expect(cell).toContain(part.text)
    }),
  )
})
