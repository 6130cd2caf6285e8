import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type File, openFile, toFile, watchFile } from './file.ts'
import { openStream } from './stream.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

const keep = async (name: string, content: Uint8Array | string): Promise<string> => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

const readAll = async (file: File): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of file.read()) pieces.push(piece)
  return Buffer.concat(pieces)
}

const lines = Array.from({ length: 30_000 }, (_, i) => `${i},name ${i % 7}`).join('\n')
const hash = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')

test('a file knows its name, size, head and hash, and can be read twice', async () => {
  const file = await openFile(await keep('staff.csv', lines))
  expect(file).toMatchObject({ name: 'staff.csv', bytes: lines.length })
  expect(file.head.length).toBe(65_536)
  expect(await file.sha256()).toBe(hash(lines))
  expect((await readAll(file)).toString()).toBe(lines)
  expect((await readAll(file)).toString()).toBe(lines)
})

test('a gzip file is unzipped on the way; its hash is that of the file on disk', async () => {
  const zipped = gzipSync(lines)
  const file = await openFile(await keep('staff.csv.gz', zipped))
  expect(file).toMatchObject({ name: 'staff.csv', bytes: zipped.length })
  expect(Buffer.from(file.head).toString()).toBe(lines.slice(0, 65_536))
  expect(await file.sha256()).toBe(hash(zipped))
  expect((await readAll(file)).toString()).toBe(lines)
})

test('a gzip file is known by its content, whatever it is called', async () => {
  const file = await openFile(await keep('staff.csv2', gzipSync('a,b\n')))
  expect((await readAll(file)).toString()).toBe('a,b\n')
})

test('a gzip file that was cut off ends with file-truncated', async () => {
  const zipped = gzipSync(lines)
  const file = await openFile(await keep('cut.csv.gz', zipped.subarray(0, zipped.length - 100)))
  await expect(readAll(file)).rejects.toMatchObject({ code: 'file-truncated' })
})

test('a gzip file with a damaged byte ends with file-malformed', async () => {
  const zipped = gzipSync(lines)
  zipped.fill(0xff, 20_000, 20_100)
  const file = await openFile(await keep('bad.csv.gz', zipped))
  await expect(readAll(file)).rejects.toMatchObject({ code: 'file-malformed' })
})

test.each([
  ['a file that is not there', async () => join(folder, 'nowhere.csv'), 'file-missing'],
  ['a folder', async () => folder, 'file-unreadable'],
  ['an empty file', () => keep('empty.csv', ''), 'file-empty'],
  ['a gzip file of nothing', () => keep('nothing.gz', gzipSync('')), 'file-empty'],
  [
    'a file that only begins like gzip',
    () => keep('fake.gz', Buffer.from('1f8bffffffffffffffffffff', 'hex')),
    'file-malformed',
  ],
])('%s is refused', async (_what, path, code) => {
  await expect(openFile(await path())).rejects.toMatchObject({ code })
})

test('who watches is told how far reading has come on the disk', async () => {
  const zipped = gzipSync(lines)
  for (const content of [zipped, Buffer.from(lines)]) {
    let bytes = 0
    const file = await openFile(await keep('watched', content))
    await readAll(watchFile(file, (more) => (bytes += more)))
    expect(bytes).toBe(content.length)
  }
})

test('bytes in memory are a file too', async () => {
  const file = toFile('some/table.csv.gz', gzipSync('a,b\n'))
  expect(file.name).toBe('table.csv')
  expect((await readAll(file)).toString()).toBe('a,b\n')
})

async function* pieces(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

test('a stream is opened as soon as its first line is there', async () => {
  let asked = 0
  async function* slow(): AsyncGenerator<Uint8Array> {
    for (const text of ['id,na', 'me\n', '1,Kim\n', '2,Ri\n']) {
      asked++
      yield Buffer.from(text)
    }
  }
  const file = await openStream('-', slow())
  expect(asked).toBe(2)
  expect(Buffer.from(file.head).toString()).toBe('id,name\n')
  await expect(file.sha256()).rejects.toMatchObject({ code: 'internal' })
  expect((await readAll(file)).toString()).toBe('id,name\n1,Kim\n2,Ri\n')
  expect(await file.sha256()).toBe(hash('id,name\n1,Kim\n2,Ri\n'))
  await expect(readAll(file)).rejects.toMatchObject({ code: 'internal' })
})

test('a stream that is no plain UTF-8 is opened when its head is there', async () => {
  const korean = Buffer.from([0xb1, 0xe8, 0x0a])
  const file = await openStream('-', pieces('name\n', korean, korean))
  expect(Buffer.from(file.head).toString()).toBe('name\n')
  const early = await openStream('-', pieces(korean, korean, korean))
  expect(early.head.length).toBe(9)
})

test('a gzipped stream is unzipped', async () => {
  const zipped = gzipSync(lines)
  const file = await openStream('-', pieces(zipped.subarray(0, 10), zipped.subarray(10)))
  expect((await readAll(file)).toString()).toBe(lines)
})

test('an empty stream is refused', async () => {
  await expect(openStream('-', pieces())).rejects.toMatchObject({ code: 'file-empty' })
})
