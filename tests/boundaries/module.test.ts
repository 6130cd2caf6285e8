import { describe, expect, test } from 'vitest'
import { readModule } from './module.ts'

describe('what pure code takes', () => {
  test.each([
    ['const a = Date.now()', 'Date.now'],
    ["const a = Date['now']()", 'Date.now'],
    ['const a = { now: Date.now }', 'Date.now'],
    ['const a = new Date()', 'new Date()'],
    ['const a = Date()', 'Date()'],
    ['const a = new Date(2024, 1, 1)', 'new Date(…) in local time'],
    ['const a = Math.random()', 'Math.random'],
    ['const { random } = Math', 'Math, under another name'],
    ['const a = (Math as { random(): number }).random()', 'Math, under another name'],
    ['const a = tell(Date)', 'Date, under another name'],
    ["const a = await fetch('x')", 'fetch'],
    ['const a = { fetch }', 'fetch'],
    ['const a = (get = fetch) => get', 'fetch'],
    ['const a = globalThis.fetch', 'globalThis'],
    ['const a = performance.now()', 'performance'],
    ['const a = process.env.HOME', 'process'],
    ['setTimeout(() => {}, 1)', 'setTimeout'],
    ['const a = crypto.randomUUID()', 'crypto.randomUUID'],
    ["const a = 'b'.localeCompare('c')", 'b.localeCompare'],
    ['const a = (b: Date) => b instanceof Date', undefined],
    ['const a = new Date(0).getUTCDate()', undefined],
    ['const a = Date.UTC(2024, 1, 1) + Math.round(0.5)', undefined],
    ['const a = (get: typeof fetch) => get(1)', undefined],
    ['const a = (port: { fetch(url: string): void }) => port.fetch(1)', undefined],
    ['const a = { fetch: 1, process: 2 }', undefined],
    ['type A = { performance: typeof performance }', undefined],
  ])('%s', (text, what) => {
    const { takes } = readModule('src/names/a.ts', text)
    expect(takes.map((each) => each.what)).toEqual(what ? [what] : [])
  })

  test('a file that cannot be parsed is an error, not a file without imports', () => {
    expect(() => readModule('src/names/a.ts', 'import { from')).toThrow('src/names/a.ts')
  })
})
