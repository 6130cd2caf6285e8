import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unFile, upTo } from '../list-files.ts'
import { killImports } from './kills.ts'

// bench/kills.ts does the same 200 times on the real lists.
test('an import that is killed leaves the old or the new state, and a re-run ends as if undisturbed', async () => {
  const lists = await mkdtemp(join(tmpdir(), 'muster-kills-'))
  for (const [name, date, count] of [
    ['a.xml', '2026-01-01', 580],
    ['b.xml', '2026-02-01', 600],
  ] as const)
    await writeFile(join(lists, name), unFile({ date, numbers: upTo(count) }))
  const { kills, before, whole, equal } = await killImports({ lists, kills: 5, seed: 1948 })
  expect({ kills, left: before + whole, equal }).toEqual({ kills: 5, left: 5, equal: 5 })
  await rm(lists, { recursive: true })
}, 300_000)

test('an import of transfers that is killed leaves them with their flows or neither', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-kills-'))
  const [all, first] = [join(folder, 'all'), join(folder, 'first')]
  const linesOf = (from: number): string =>
    Array.from({ length: 8_000 }, (_, i) => `${from + 2 * i},${i},${i % 977},${i % 1009},5\n`).join(
      '',
    )
  for (const dir of [all, first]) {
    await mkdir(dir)
    await writeFile(join(dir, 'a.csv'), `block,tx,src,dst,amount\n${linesOf(0)}`)
  }
  await writeFile(join(all, 'b.csv'), `block,tx,src,dst,amount\n${linesOf(1)}`)
  const { kills, before, whole, equal } = await killImports({
    ...{ lists: all, parts: [first], kills: 3, seed: 2397 },
    program: 'transfers-child.ts',
  })
  expect({ kills, left: before + whole, equal }).toEqual({ kills: 3, left: 3, equal: 3 })
  await rm(folder, { recursive: true })
}, 300_000)
