import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitRemarks } from './clauses.ts'

const clausesOf = (text: string): string[] =>
  [...splitRemarks(text)].map(({ from, to }) => text.slice(from, to))

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  ['DOB 1962; POB Example.', ['DOB 1962', 'POB Example']],
  ['nationality Example;arrested 2002.', ['nationality Example', 'arrested 2002']],
  ["a.k.a. 'ONE; TWO'; Gender Male.", ["a.k.a. 'ONE; TWO'", 'Gender Male']],
  ["a.k.a. 'ONE; DOB 1962.", ["a.k.a. 'ONE", 'DOB 1962']],
  ["a.k.a. 'O'NEIL'; a.k.a. 'TWO'.", ["a.k.a. 'O'NEIL'", "a.k.a. 'TWO'"]],
  ['Linked To: EXAMPLE S.A. DE C.V.', ['Linked To: EXAMPLE S.A. DE C.V.']],
  ['Linked To: EXAMPLE LTDA.', ['Linked To: EXAMPLE LTDA.']],
  ['Linked To: EXAMPLE ORGANIZATION.', ['Linked To: EXAMPLE ORGANIZATION']],
  ['See Section 11 of an order.; Listing Date.', ['See Section 11 of an order.', 'Listing Date']],
  [
    'Head; (Linked To: ONE (TWO)); (Linked To: X)',
    ['Head', 'Linked To: ONE (TWO)', 'Linked To: X'],
  ],
  ['all offices (worldwide).', ['all offices (worldwide)']],
  [' ; ;DOB 1962 ', ['DOB 1962']],
]

test.each(cases)('remarks %j are split into their clauses', (text, clauses) => {
  expect(clausesOf(text)).toEqual(clauses)
})

test('clauses stand in order, do not overlap, and leave out nothing but marks and white space', () => {
  const piece = fc.constantFrom("a.k.a. '", "'", ';', '.', '(', ')', 'Linked To: ', ' ', 'X', 'Ltd')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      let at = 0
      let between = ''
      for (const { from, to } of splitRemarks(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        between += text.slice(at, from)
        at = to
      }
      expect(between + text.slice(at)).toMatch(/^[\s;.()]*$/)
    }),
  )
})
