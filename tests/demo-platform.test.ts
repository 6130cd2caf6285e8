import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder, muster } from './program.ts'

const folder = makeFolder()
afterAll(() => folder.remove())

const lines = (path: string): readonly string[] =>
  readFileSync(join(folder.path, path), 'utf8').trimEnd().split('\n')

test('demo makes a platform with planted rings that muster rings can read', async () => {
  const words = ['demo', 'one', '--accounts', '800', '--seed', '4', '--no-open']
  const made = await muster(words, { cwd: folder.path })
  expect(made.exit).toBe(0)
  expect(made.stderr).toContain('accounts.csv: 800 rows')
  expect(lines('one/accounts.csv').length).toBe(801)
  expect(lines('one/truth.csv').filter((line) => line.includes(',ring-')).length).toBeGreaterThan(9)
  for (const file of ['observations.csv', 'transfers.csv', 'labels.csv', 'intermediaries.csv'])
    expect(lines(`one/${file}`).length).toBeGreaterThan(1)
  expect(
    lines('one/payments.xml').filter((line) => line.includes('<Ntry>')).length,
  ).toBeGreaterThan(1)
  expect(lines('one/truth-money.csv')).toHaveLength(7)
  const found = await muster(
    ['rings', 'one/accounts.csv', '--observations', 'one/observations.csv', '--format', 'csv'],
    { cwd: folder.path },
  )
  expect(found.exit).toBe(0)
  const known = new Set(lines('one/accounts.csv').map((line) => line.split(',')[0]))
  const shown = found.stdout.trimEnd().split('\n').slice(1)
  expect(shown.length).toBeGreaterThan(9)
  expect(shown.filter((line) => !known.has(line.split(',')[0]))).toEqual([])
})

test('the same seed makes the same bytes, and a count that is none is refused', async () => {
  const words = ['demo', 'two', '--accounts', '800', '--seed', '4', '--no-open']
  await muster(words, { cwd: folder.path })
  for (const file of [
    'accounts.csv',
    'observations.csv',
    'transfers.csv',
    'payments.xml',
    'truth.csv',
    'truth-money.csv',
  ])
    expect(lines(`two/${file}`)).toEqual(lines(`one/${file}`))
  const refused = await muster(['demo', 'c', '--accounts', 'many'], { cwd: folder.path })
  expect(refused).toMatchObject({ exit: 2 })
  expect(refused.stderr).toContain('--accounts many is no whole number above 0')
}, 120_000)

test('demo checks its platform, and refuses to mix it with another one', async () => {
  const words = ['demo', 'd', '--accounts', '400', '--no-open', '--format', 'json']
  const { exit, stdout, stderr } = await muster(words, { cwd: folder.path })
  expect(exit).toBe(0)
  const { cases, counts } = JSON.parse(stdout)
  expect(counts.subjects).toBe(415)
  const rings = cases.filter(({ ring }: { ring?: object }) => ring !== undefined)
  expect(rings.length).toBeGreaterThan(0)
  for (const { rank, title } of rings) expect(stderr).toContain(`case ${rank}: ${title}`)
  const before = lines('d/accounts.csv')
  const other = await muster([...words, '--seed', '2'], { cwd: folder.path })
  expect(other.exit).toBe(2)
  expect(other.stderr).toContain('holds the example of another size or seed')
  expect(lines('d/accounts.csv')).toEqual(before)
}, 60_000)
