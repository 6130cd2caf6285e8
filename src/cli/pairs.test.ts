import { expect, test } from 'vitest'
import { toFile } from '../formats/index.ts'
import { readLines, readPairHeader, scorePairLine } from './pairs.ts'

const linesOf = async (text: string): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of readLines(toFile('p.tsv', Buffer.from(text)), 'utf-8')) lines.push(line)
  return lines
}

test.each([
  ['a\nb\n', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['a\nb', ['a', 'b']],
  ['a\n\nb\n', ['a', '', 'b']],
  ['\ufeffa\nb\n', ['a', 'b']],
  ['"a\tb\n', ['"a\tb']],
])('%j has the lines %j', async (text, lines) => {
  expect(await linesOf(text)).toEqual(lines)
})

const header = readPairHeader('n\tname_a\tname_b\tschema\tnote', 'p.tsv')
const score = (a: string, b: string, schema: string | undefined): number =>
  schema === 'Person' ? -4000 : a.length * 1000 + b.length

test.each([
  ['1\tab\tc\tPerson\tkeep me', '1\tab\tc\tPerson\tkeep me\t-4.000\t0.058823529'],
  ['1\tab\tc\t\t', '1\tab\tc\t\t\t2.001\t0.800110880'],
  ['1\tab\tc', '1\tab\tc\t\t\t2.001\t0.800110880'],
  ['1\t"ab"\tc\t\t', '1\t"ab"\tc\t\t\t4.001\t0.941214834'],
])('%j becomes %j', (line, answer) => {
  expect(scorePairLine(line, header, score)).toEqual({ line: answer })
})

test.each([
  ['1\tab', '1\tab\t\t\t\t\t', 'a name is missing'],
  ['', '\t\t\t\t\t\t', 'a name is missing'],
  ['1\ta\tb\t\t\tmore', '1\ta\tb\t\t\tmore\t\t', '6 cells where the header has 5'],
])('%j is kept without an answer', (line, kept, fault) => {
  expect(scorePairLine(line, header, score)).toEqual({ line: kept, fault })
})

test.each([
  ['name_a,name_b', 'column-missing'],
  ['name_a\tb', 'column-missing'],
  ['', 'column-missing'],
  ['name_a\tname_b\tbits', 'file-malformed'],
])('a header %j is refused as %s', (line, code) => {
  expect(() => readPairHeader(line, 'p.tsv')).toThrowError(expect.objectContaining({ code }))
})
