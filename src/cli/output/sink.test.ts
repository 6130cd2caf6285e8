import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { makeTemporaries } from '../temporaries.ts'
import { openFileSink } from './file-sink.ts'
import { OutputClosed } from './sink.ts'
import { makeStreamSink } from './stream-sink.ts'

const dir = mkdtempSync(join(tmpdir(), 'muster-sink-'))
const temporaries = makeTemporaries()
temporaries.add(dir)
afterAll(() => temporaries.removeAll())

test('a file appears whole, at the end, and nothing else stays', async () => {
  const path = join(dir, 'whole.csv')
  const sink = await openFileSink(path, temporaries)
  await sink.write('a,b\n')
  await sink.write('1,2\n')
  expect(existsSync(path)).toBe(false)
  await sink.end()
  expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n')
  expect(readdirSync(dir)).toEqual(['whole.csv'])
})

test('a file that is discarded leaves what was there before', async () => {
  const path = join(dir, 'before.csv')
  writeFileSync(path, 'old')
  const sink = await openFileSink(path, temporaries)
  await sink.write('x'.repeat(200_000))
  sink.discard()
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a file keeps its mode, and a link stays a link', async () => {
  const path = join(dir, 'private.csv')
  writeFileSync(path, 'old', { mode: 0o600 })
  const link = join(dir, 'link.csv')
  symlinkSync(path, link)
  const sink = await openFileSink(link, temporaries)
  await sink.write('new')
  await sink.end()
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a device is written to and not replaced', async () => {
  const sink = await openFileSink('/dev/null', temporaries)
  await sink.write('x')
  await sink.end()
  expect(statSync('/dev/null').isFile()).toBe(false)
})

test.each([
  ['a folder that is not there', join(dir, 'none', 'x.csv')],
  ['a folder', dir],
])('%s cannot be written to', async (_, path) => {
  await expect(openFileSink(path, temporaries)).rejects.toMatchObject({ code: 'file-unwritable' })
})

const slowStream = (taken: string[]): Writable =>
  new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => {
      taken.push(text)
      setTimeout(done, 5)
    },
  })

test('a stream is written in order, and no more than it takes', async () => {
  const taken: string[] = []
  const stream = slowStream(taken)
  const sink = makeStreamSink(stream)
  const lines = Array.from({ length: 50_000 }, (_, i) => `line ${i}\n`)
  for (const line of lines) {
    await sink.write(line)
    expect(stream.writableLength).toBeLessThan(70_000)
  }
  await sink.end()
  expect(taken.join('')).toBe(lines.join(''))
})

test('a line that is alone is written soon, without an end', async () => {
  const taken: string[] = []
  const sink = makeStreamSink(slowStream(taken))
  await sink.write('alone\n')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(taken).toEqual(['alone\n'])
})

test('a reader that has gone ends the work', async () => {
  const stream = new Writable({
    write: (_text, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
  })
  const sink = makeStreamSink(stream)
  const work = async (): Promise<void> => {
    for (let i = 0; i < 100_000; i++) await sink.write('some text\n')
    await sink.end()
  }
  await expect(work()).rejects.toBeInstanceOf(OutputClosed)
})
