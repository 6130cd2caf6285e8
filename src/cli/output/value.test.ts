import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCell, toJson } from './value.ts'

test.each<[unknown, string]>([
  [{ a: 1, b: null }, '{"a":1,"b":null}'],
  [12n, '12'],
  [9_007_199_254_740_993n, '"9007199254740993"'],
  [[1n, '리병철'], '[1,"리병철"]'],
  ['a\u009b\u007f\u001b', String.raw`"a\u009b\u007f\u001b"`],
  [undefined, 'null'],
])('%o is the JSON %s', (value, json) => {
  expect(toJson(value)).toBe(json)
})

test('JSON reads back as what it was, and holds no character that acts on a terminal', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = toJson(value)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(json).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    }),
  )
})

test.each<[unknown, string]>([
  [null, ''],
  [undefined, ''],
  ['text', 'text'],
  [1.5, '1.5'],
  [9_007_199_254_740_993n, '9007199254740993'],
  [true, 'true'],
  [['a', 'b'], 'a;b'],
  [[], ''],
  [[{ a: 1 }], '[{"a":1}]'],
  [{ a: 1 }, '{"a":1}'],
])('%o is the cell %j', (value, cell) => {
  expect(toCell(value)).toBe(cell)
})
