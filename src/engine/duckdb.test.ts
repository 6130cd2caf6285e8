import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anyOf, type Engine, openDuckDb, type Row, type Sql, sql, typedSql } from './index.ts'

/** Another program that opens the file. */
const opener = `
  import { DuckDBInstance } from '@duckdb/node-api'
  await DuckDBInstance.create(process.env.MUSTER_TEST_FILE)
  console.log('free')`

let folder: string
let engine: Engine

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-engine-'))
  engine = await openDuckDb(join(folder, 'a.duckdb'))
})

afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const all = async (query: Sql): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const row of engine.query(query)) rows.push(row)
  return rows
}

const makeNumbers = (count: number): Promise<number> =>
  engine.transaction(async (session) => {
    await session.run(sql`create table number (n bigint, name varchar, tags varchar[])`)
    const rows = await session.append('number')
    for (let n = 0; n < count; n++) rows.add([n, `name ${n}`, n % 2 ? null : ['even', `${n}`]])
    return rows.end()
  })

test.each<[string, Sql, unknown]>([
  ['a text', sql`select ${"o'neill"} as v`, "o'neill"],
  ['a whole number', sql`select ${41} + 1 as v`, 42],
  ['a count', sql`select count(*) as v from range(3)`, 3],
  ['a number above 2^53', sql`select ${2n ** 64n} as v`, 2n ** 64n],
  ['a fraction', sql`select ${0.25} as v`, 0.25],
  ['bits', sql`select cast(${'-9.966'} as decimal(12, 3)) as v`, -9.966],
  ['a truth', sql`select ${true} as v`, true],
  ['nothing', sql`select ${null} as v`, null],
  ['a list', sql`select ${['a', 'b']} as v`, ['a', 'b']],
  ['a day', sql`select cast(${'2026-02-27'} as date) as v`, '2026-02-27'],
  ['one of several', sql`select ${'b'} in (${anyOf(['a', 'b'])}) as v`, true],
  ['none of none', sql`select coalesce(${'b'} in (${anyOf([])}), false) as v`, false],
  ['a typed statement', typedSql("select 'x;y' as v"), 'x;y'],
])('%s passes through the engine unchanged', async (_, query, value) => {
  expect(await all(query)).toEqual([{ v: value }])
})

test('rows added in bulk come back in full, over many chunks', async () => {
  expect(await makeNumbers(10_000)).toBe(10_000)
  const rows = await all(sql`select * from number order by n`)
  expect(rows).toHaveLength(10_000)
  expect(rows[9_998]).toEqual({ n: 9_998, name: 'name 9998', tags: ['even', '9998'] })
  expect(rows[9_999]).toEqual({ n: 9_999, name: 'name 9999', tags: null })
})

test('two queries can be read in turns', async () => {
  await makeNumbers(5_000)
  const query = sql`select n from number order by n`
  const second = engine.query(query)[Symbol.asyncIterator]()
  let sum = 0
  for await (const { n } of engine.query(query))
    sum += Number(n) - Number((await second.next()).value?.n)
  expect(sum).toBe(0)
})

test('a transaction that fails leaves nothing, appended rows included', async () => {
  await makeNumbers(10)
  const failing = engine.transaction(async (session) => {
    await session.run(sql`delete from number where n < ${5}`)
    const rows = await session.append('number')
    for (let n = 0; n < 5_000; n++) rows.add([n, 'x', null])
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect(await all(sql`select count(*) as v from number`)).toEqual([{ v: 10 }])
})

test('a transaction waits for the one before, also when that one fails', async () => {
  await makeNumbers(1)
  const first = engine.transaction(async (session) => {
    await session.run(sql`update number set name = ${'first'}`)
    throw new Error('stop')
  })
  const second = engine.transaction((session) => session.run(sql`update number set n = n + 1`))
  await expect(first).rejects.toThrow('stop')
  await second
  expect(await all(sql`select n, name from number`)).toEqual([{ n: 1, name: 'name 0' }])
})

test('rows with too few columns are a fault of ours and change nothing', async () => {
  await makeNumbers(1)
  const failing = engine.transaction(async (session) => (await session.append('number')).add([1]))
  await expect(failing).rejects.toMatchObject({ code: 'internal' })
  expect(await all(sql`select count(*) as v from number`)).toEqual([{ v: 1 }])
})

test('a statement that the engine refuses says which it was', async () => {
  await expect(all(sql`select * from nowhere`)).rejects.toMatchObject({
    code: 'sql-failed',
    message: expect.stringContaining('in: select * from nowhere'),
  })
})

test('a file that is open in this program cannot be opened again', async () => {
  await expect(openDuckDb(join(folder, 'a.duckdb'))).rejects.toMatchObject({
    code: 'workspace-busy',
  })
})

test('what a read-only engine holds can be read and not changed', async () => {
  await makeNumbers(1)
  await engine.close()
  engine = await openDuckDb(join(folder, 'a.duckdb'), { readOnly: true })
  expect(await all(sql`select n from number`)).toEqual([{ n: 0 }])
  await expect(
    engine.transaction((session) => session.run(sql`delete from number`)),
  ).rejects.toMatchObject({ code: 'sql-failed' })
})

test('a query that is not read to its end does not keep the file open', async () => {
  await makeNumbers(50_000)
  const kept = engine.query(sql`select * from number order by n`)
  for await (const { n } of kept) if (n === 3) break
  await engine.close()
  const other = spawnSync(process.execPath, ['--input-type=module', '-e', opener], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, MUSTER_TEST_FILE: join(folder, 'a.duckdb') },
  })
  expect(`${other.stdout}${other.stderr}`).toBe('free\n')
})

test('columns of a query fill arrays, over many chunks', async () => {
  await makeNumbers(10_000)
  const count = 10_000
  const [n, byte, name] = [new Uint32Array(count), new Uint8Array(count), [] as (string | null)[]]
  const rows = await engine.transaction((session) =>
    session.fill(
      sql`select cast(n as uinteger), cast(n % 200 as utinyint), case when n % 2 = 0 then name end
        from number order by n`,
      [n, byte, name],
    ),
  )
  expect(rows).toBe(count)
  expect(n).toEqual(Uint32Array.from({ length: count }, (_, i) => i))
  expect(byte[9_999]).toBe(9_999 % 200)
  expect(name.slice(-2)).toEqual(['name 9998', null])
})

test('an engine beside another reads its tables, has its own in memory, and changes nothing there', async () => {
  await makeNumbers(3)
  await engine.close()
  for (const readOnly of [true, false]) {
    engine = await openDuckDb(join(folder, 'a.duckdb'), { readOnly })
    const beside = await engine.beside('256MB')
    const read = async (query: Sql): Promise<Row[]> => {
      const rows: Row[] = []
      for await (const row of beside.query(query)) rows.push(row)
      return rows
    }
    await beside.transaction(async (session) => {
      await session.run(sql`create table twice as select n * 2 as n from number`)
      await session.run(sql`create table made (n bigint)`)
      const rows = await session.append('made')
      rows.add([7])
    })
    expect(await read(sql`select sum(n)::integer as v from twice`)).toEqual([{ v: 6 }])
    expect(await read(sql`select n from made`)).toEqual([{ n: 7 }])
    // A table of its own goes before one of the same name.
    await beside.transaction((session) =>
      session.run(sql`create table number as select n + 10 as n from number`),
    )
    expect(await read(sql`select max(n)::integer as v from number`)).toEqual([{ v: 12 }])
    await beside.close()
    expect(await all(sql`select max(n)::integer as v from number`)).toEqual([{ v: 2 }])
    await expect(all(sql`select * from twice`)).rejects.toMatchObject({ code: 'sql-failed' })
    await engine.close()
  }
  engine = await openDuckDb(join(folder, 'a.duckdb'))
})

test.each([
  ['more rows than room', sql`select cast(n as integer) from range(3) t(n)`, [new Int32Array(2)]],
  ['a null among numbers', sql`select cast(null as integer)`, [new Int32Array(2)]],
  ['a number that no array can hold', sql`select cast(1 as bigint)`, [new Int32Array(2)]],
  ['another number of columns', sql`select 1, 2`, [new Int32Array(2)]],
])('%s is refused, never cut off', async (_, query, columns) => {
  const filled = engine.transaction((session) => session.fill(query, columns))
  await expect(filled).rejects.toMatchObject({ code: 'internal' })
})
