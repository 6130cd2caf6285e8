import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { unFile, upTo } from './list-files.ts'
import { makeFolder, muster, program, surroundings } from './program.ts'

const folder = makeFolder()
const cwd = folder.path
afterAll(folder.remove)

const people = Array.from({ length: 5_000 }, (_, k) => {
  const name = k % 7 === 0 ? `Ann Exampel ${k % 20}` : `Maria Sample ${k}`
  return k % 999 === 998 ? `${k},` : `${k},${name}`
})
writeFileSync(join(cwd, 'people.csv'), `id,name\n${people.join('\n')}\n`)
writeFileSync(join(cwd, 'un.xml'), unFile({ date: '2026-02-27', numbers: upTo(20) }))

const screen = (words: string) =>
  muster(`screen people.csv --lists un.xml ${words}`.split(' '), {
    cwd,
    env: { MUSTER_NOW: '2026-03-01' },
  })

test.each(['jsonl', 'csv', 'json'])(
  'the answer as %s is the same bytes at any number of threads',
  async (format) => {
    const one = await screen(`--format ${format} --workers 1`)
    expect(one.exit).toBe(0)
    expect(one.stdout).toContain('EXAMPLE')
    for (const workers of [2, 3]) {
      const more = await screen(`--format ${format} --workers ${workers}`)
      expect(more.stdout === one.stdout).toBe(true)
      expect(more.stderr).toBe(one.stderr)
    }
  },
  30_000,
)

test('a file that breaks off in threads is told as in one', async () => {
  writeFileSync(
    join(cwd, 'broken.csv'),
    Buffer.concat([
      Buffer.from(`id,name\n${people.join('\n')}\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]),
  )
  const run = (workers: string) =>
    muster(
      ['screen', 'broken.csv', '--encoding', 'utf-8', '--lists', 'un.xml', '--workers', workers],
      { cwd },
    )
  const [one, two] = [await run('1'), await run('2')]
  expect(one.exit).toBe(1)
  expect([two.exit, two.stderr]).toEqual([one.exit, one.stderr])
})

test('Ctrl-C stops a run in threads', async () => {
  const child = spawn(
    process.execPath,
    [program, 'screen', '-', '--lists', 'un.xml', '--workers', '2'],
    { cwd, env: surroundings(cwd) },
  )
  child.stdin.on('error', () => undefined)
  child.stdin.write(`id,name\n${people.join('\n')}\n`)
  let out = ''
  child.stdout.on('data', (text) => {
    out += text
    if (out.split('\n').length > 2_500) child.kill('SIGINT')
  })
  const exit = await new Promise((resolve) => child.on('close', resolve))
  expect(exit).toBe(130)
}, 30_000)

test('an index is kept in the workspace, and built again where it is damaged or out of date', async () => {
  const run = (...words: string[]) => muster(words, { cwd, env: { MUSTER_NOW: '2026-03-01' } })
  await run('init', 'ws')
  await run('lists', 'update', '--from', 'un.xml', '--workspace', 'ws')
  const ask = () => run('screen', '--name', 'Ann Exampel 7', '--workspace', 'ws')
  const path = join(cwd, 'ws', 'muster.index')
  const built = await ask()
  const kept = readFileSync(path)
  const loaded = await ask()
  expect(loaded).toEqual(built)
  for (const [damage, word] of [
    [kept.subarray(0, kept.length - 100), 'it is damaged'],
    [Buffer.concat([kept.subarray(0, 500), Buffer.from([7]), kept.subarray(501)]), 'it is damaged'],
    [Buffer.from('no index at all'), 'it is cut off'],
    [Buffer.alloc(0), 'it is cut off'],
  ] as const) {
    writeFileSync(path, damage)
    const again = await ask()
    expect(again.stdout).toBe(built.stdout)
    expect(again.stderr).toContain(`the index is built again: ${word}`)
    expect(readFileSync(path).equals(kept)).toBe(true)
  }
  writeFileSync(join(cwd, 'newer.xml'), unFile({ date: '2026-02-28', numbers: upTo(21) }))
  await run('lists', 'update', '--from', 'newer.xml', '--workspace', 'ws')
  expect((await ask()).stderr).toContain('the lists or the program have changed')
}, 60_000)
