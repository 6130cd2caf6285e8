import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toFile } from './file.ts'
import { type JsonLine, readJsonLines } from './jsonl.ts'
import { openStream } from './stream.ts'

const readAll = async (text: string | Uint8Array, encoding?: string): Promise<JsonLine[]> => {
  const lines: JsonLine[] = []
  for await (const line of readJsonLines(toFile('x.jsonl', Buffer.from(text)), encoding))
    lines.push(line)
  return lines
}
const valuesOf = async (text: string) =>
  (await readAll(text)).map((line) => (line.ok ? line.value : line.line))

test.each([
  ['one value a line', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ['no line end at the end', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
  ['CRLF', '{"a":1}\r\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }]],
  ['blank lines', '\n{"a":1}\n   \n\n{"a":2}\n\n', [{ a: 1 }, { a: 2 }]],
  ['a byte order mark', '\uFEFF{"a":1}\n', [{ a: 1 }]],
  ['a line that is no JSON', '{"a":1}\n{"a":\n{"a":2}\n', [{ a: 1 }, 2, { a: 2 }]],
  ['a line that is cut off', '{"a":1}\n{"a":"Ki', [{ a: 1 }, 2]],
  [
    'more digits than a number holds',
    '{"a":12345678901234567890}',
    [{ a: '12345678901234567890' }],
  ],
  ['a sum with its places', '[1.10, 1.5, -0.0]', [['1.10', 1.5, '-0.0']]],
  ['an exponent', '{"a":1e400}', [{ a: '1e400' }]],
  [
    'digits inside a text',
    '{"a":"12345678901234567890 1.10"}',
    [{ a: '12345678901234567890 1.10' }],
  ],
  ['a quote before digits in a text', '{"a":"\\"1.10","b":2.50}', [{ a: '"1.10', b: '2.50' }]],
])('%s is read', async (_what, text, values) => {
  expect(await valuesOf(text)).toEqual(values)
})

test('a bad line says its number, its text and the reason', async () => {
  const [, bad] = await readAll('{"a":1}\n\n  {"a":oops}\n')
  expect(bad).toMatchObject({ ok: false, line: 3, text: '{"a":oops}' })
  expect(bad?.ok === false && bad.reason).toMatch(/^no JSON: /)
})

test('a line without end is one fault, and what follows it is read', async () => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"a":1}\n{"a":"')
    for (let i = 0; i < 40; i++) yield Buffer.alloc(500_000, 'x')
    yield Buffer.from('"}\n{"a":2}\n')
  }
  const lines: JsonLine[] = []
  for await (const line of readJsonLines(await openStream('-', pieces()))) lines.push(line)
  expect(lines.map(({ ok, line }) => [ok, line])).toEqual([
    [true, 1],
    [false, 2],
    [true, 3],
  ])
  expect(lines[1]?.text.length).toBe(1_000)
})

test('deep nesting is a value or a fault, never a crash', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  expect(await readAll(`${deep}\n{"a":1}\n`)).toHaveLength(2)
})

test('another encoding is read as it is named', async () => {
  const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xb1, 0xe8, 0x22, 0x7d])])
  expect(await readAll(bytes, 'cp949')).toMatchObject([{ value: { name: '김' } }])
})

test('any value comes back as it was written, its numbers at least as text', () => {
  const asText = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
      typeof part === 'number' ? String(part) : part,
    )
  return fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (values) => {
      const text = values.map((value) => JSON.stringify(value)).join('\n')
      if (text === '') return
      expect((await valuesOf(text)).map(asText)).toEqual(values.map(asText))
    }),
  )
})
