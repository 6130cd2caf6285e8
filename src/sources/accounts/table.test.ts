import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openInMemory, type Row, type Sql, sql, typedSql } from '../../engine/index.ts'
import { openFile, readCsv } from '../../formats/index.ts'
import { layFile } from './laid.ts'
import { makeRejected, openTable } from './table.ts'

let folder: string
let engine: Engine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-table-'))
  engine = await openInMemory({ memory: '256MB', spill: join(folder, 'spill') })
  await makeRejected(engine)
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const all = async (query: Sql): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const row of engine.query(query)) rows.push(row)
  return rows
}

/** Rows by the engine, which hands what it refuses to the reader of rows. */
const taken = async (path: string, into: string): Promise<unknown[]> => {
  const table = await openTable(
    engine,
    await layFile(await openFile(path), { folder, encoding: 'utf-8' }),
    0,
  )
  await table.take(into, ['a', 'b'])
  const rows = await all(typedSql(`select row, c0, c1 from ${into} order by row`))
  const faults = await all(sql`select place, reason from rejected order by rowid`)
  await engine.transaction(async (session) => {
    await session.run(typedSql(`drop view ${into}`))
    await session.run(typedSql(`drop table ${into}_read`))
    await session.run(sql`delete from rejected`)
  })
  return [
    ...rows.map(({ row, c0, c1 }) => [row, c0 ?? '', c1 ?? '']),
    ...faults.map(({ place, reason }) => [place, reason]),
  ]
}

const read = async (path: string): Promise<unknown[]> => {
  const rows: unknown[] = []
  const faults: unknown[] = []
  for await (const row of (await readCsv(await openFile(path))).rows)
    if (row.ok) rows.push([row.row, ...row.cells])
    else faults.push([`row:${row.row}`, row.reason])
  return [...rows, ...faults]
}

const piece = fc.constantFrom(
  'x',
  'y',
  ',',
  ',',
  '"',
  '""',
  '\n',
  '\n',
  '\r\n',
  ' ',
  '\t',
  'é',
  '#',
)
const cell = fc.constantFrom('x', '', ' ', '"a,b"', '"q""q"', '"line\nline"', 'é\t', 'a b', '0')
const sound = fc
  .array(fc.tuple(cell, cell), { maxLength: 9 })
  .map((rows) => rows.map((cells) => cells.join(',')).join('\n'))
const broken = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))

test('the engine and the reader of rows read a table alike', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(sound, broken), fc.constantFrom('\n', ''), async (rows, end) => {
      // A row that ends in one comma too many is told by the reader of rows alone; nothing is lost.
      fc.pre(!/,(?:"")?(?:\r?\n|$)/.test(rows))
      const path = join(folder, `${++n}.csv`)
      await writeFile(path, `a,b\n${rows}${end}`)
      expect(await taken(path, `t${n}`)).toEqual(await read(path))
    }),
    {
      numRuns: 150,
      examples: [
        [',"" ""', '\n'],
        ['  "', ''],
        ['"a" ,x', '\n'],
        ['x, "a"', ''],
      ],
    },
  )
}, 60_000)
