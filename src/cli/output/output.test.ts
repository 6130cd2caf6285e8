import { expect, test } from 'vitest'
import { makePaint } from '../terminal/colour.ts'
import { type Format, makeOutput } from './output.ts'
import type { Sink } from './sink.ts'

const collect = (terminal = false): { sink: Sink; text: () => string } => {
  let text = ''
  const sink: Sink = {
    terminal,
    columns: terminal ? 30 : undefined,
    write: async (part) => {
      text += part
    },
    end: async () => undefined,
    discard: () => undefined,
  }
  return { sink, text: () => text }
}

const rows = [
  { id: 'p1', name: '리병철', aliases: ['a', 'b'] },
  { id: 'p2', name: 'evil \u001b[31m', aliases: [] },
]

const write = async (
  format: Format,
  given: readonly Record<string, unknown>[],
  terminal = false,
) => {
  const { sink, text } = collect(terminal)
  const output = makeOutput({ format, sink, paint: makePaint(false) })
  expect(await output.rows(['id', 'name', 'aliases'], given)).toBe(given.length)
  return text()
}

test.each<[Format, string]>([
  [
    'json',
    '[{"id":"p1","name":"리병철","aliases":["a","b"]},\n {"id":"p2","name":"evil \\u001b[31m","aliases":[]}]\n',
  ],
  [
    'jsonl',
    '{"id":"p1","name":"리병철","aliases":["a","b"]}\n{"id":"p2","name":"evil \\u001b[31m","aliases":[]}\n',
  ],
  ['csv', 'id,name,aliases\np1,리병철,a;b\np2,evil \u001b[31m,\n'],
])('rows as %s keep every byte', async (format, text) => {
  expect(await write(format, rows)).toBe(text)
})

test.each<[Format, string]>([
  ['json', '[]\n'],
  ['jsonl', ''],
  ['csv', 'id,name,aliases\n'],
  ['table', 'id  name  aliases\n──  ────  ───────\n'],
])('no rows as %s', async (format, text) => {
  expect(await write(format, [])).toBe(text)
})

test.each<Format>(['table', 'csv', 'json', 'jsonl'])(
  'on a terminal, %s lets no name act',
  async (format) => {
    expect(await write(format, rows, true)).not.toMatch(/[^\P{Cc}\n]/u)
  },
)

test('a long table keeps the widths of its first thousand rows', async () => {
  const many = Array.from({ length: 1500 }, (_, i) => ({ id: 1000 + i, name: 'x', aliases: [] }))
  const lines = (await write('table', many)).trimEnd().split('\n')
  expect(lines.length).toBe(1502)
  expect(lines[1200]?.indexOf('x')).toBe(lines[3]?.indexOf('x'))
})
