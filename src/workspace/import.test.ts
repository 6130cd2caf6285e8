import { afterEach, beforeEach, expect, test } from 'vitest'
import { readStaff, staffSource } from '../../tests/staff.ts'
import { type Row, type Sql, sql } from '../engine/index.ts'
import { type Entity, MusterError, type Read, type Source, statementId } from '../model/index.ts'
import {
  dump,
  entitiesOf,
  importSources,
  openTemporaryWorkspace,
  recordsOf,
  rejectedOf,
  sourcesOf,
  type Workspace,
} from './index.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = await openTemporaryWorkspace()
})
afterEach(() => workspace.close())

const all = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const taken: T[] = []
  for await (const row of rows) taken.push(row)
  return taken
}
const ask = (query: Sql): Promise<Row[]> => all(workspace.engine.query(query))
const entitiesIn = async (reads: AsyncIterable<Read>): Promise<Entity[]> =>
  (await all(reads)).flatMap((read) => (read.ok ? [read.entity] : []))

const staff = staffSource('staff')
const importStaff = (count: number, source = staff) =>
  importSources(workspace, [source], readStaff(source, count))

test('what was read is kept, with what could not be', async () => {
  expect(await importStaff(20)).toEqual({
    entities: 18,
    statements: 90,
    rejected: 2,
    already: false,
  })
  expect(await all(sourcesOf(workspace))).toEqual([{ ...staff, list: null }])
  expect(await all(rejectedOf(workspace, [staff.id]))).toEqual([
    { source: staff.id, place: 'row:10', reason: 'no name', text: ',,' },
    { source: staff.id, place: 'row:20', reason: 'no name', text: ',,' },
  ])
  expect(await ask(sql`select * from statement where prop = 'birthDate' limit 1`)).toEqual([
    {
      id: 'st-1031dc8e6778d2190fc0',
      source: staff.id,
      place: 'row:1/birthDate',
      learned: '2026-01-01',
      entity: 'person:staff/1',
      schema: 'Person',
      prop: 'birthDate',
      value: '1948-03-05',
      lang: null,
      original: '05 Mar 1948',
      valid_from: null,
      valid_to: null,
      grade: null,
      marking: null,
      ord: 4,
    },
  ])
})

test('the same bytes twice change nothing', async () => {
  await importStaff(100)
  const before = await all(dump(workspace))
  expect(await importStaff(100)).toMatchObject({ statements: 0, already: true })
  expect(await all(dump(workspace))).toEqual(before)
})

test.each(['records', 'an edition'])('entities of %s come back as they were read', async (kind) => {
  await importStaff(50, staffSource('before'))
  await importStaff(13_000)
  await importStaff(50, staffSource('after'))
  const back =
    kind === 'records' ? recordsOf(workspace, staff.id) : entitiesOf(workspace, [staff.id])
  expect(await all(back)).toEqual(await entitiesIn(readStaff(staff, 13_000)))
})

test('every statement has the id that the model derives', async () => {
  await importStaff(9)
  const ids = (await ask(sql`select id from statement order by ord`)).map(({ id }) => id)
  const said = (await entitiesIn(readStaff(staff, 9))).flatMap(({ statements }) => statements)
  expect(ids).toEqual(said.map(statementId))
})

test('a statement said twice at one place is kept once', async () => {
  const [read] = await all(readStaff(staff, 1))
  const entity = (read as Extract<Read, { ok: true }>).entity
  async function* twice(): AsyncGenerator<Read> {
    yield {
      ok: true,
      entity: { ...entity, statements: [...entity.statements, ...entity.statements] },
    }
  }
  expect(await importSources(workspace, [staff], twice())).toMatchObject({ statements: 5 })
})

test('a file that breaks in the middle leaves nothing', async () => {
  await importStaff(10, staffSource('before'))
  const before = await all(dump(workspace))
  async function* broken(): AsyncGenerator<Read> {
    yield* readStaff(staff, 3_000)
    throw new MusterError('file-truncated', 'staff.csv ends too early')
  }
  const importing = importSources(workspace, [staff], broken())
  await expect(importing).rejects.toMatchObject({ code: 'file-truncated' })
  expect(await all(dump(workspace))).toEqual(before)
})

test('a reader may not put a stranger into an entity', async () => {
  const [read] = await all(readStaff(staff, 1))
  const entity = {
    ...(read as Extract<Read, { ok: true }>).entity,
    id: 'person:staff/2' as Entity['id'],
  }
  async function* strange(): AsyncGenerator<Read> {
    yield { ok: true, entity }
  }
  const importing = importSources(workspace, [staff], strange())
  await expect(importing).rejects.toMatchObject({ code: 'internal' })
})

/** Two tables of one set: names from the one, aliases from the other. */
async function* readSet(names: Source, aliases: Source): AsyncGenerator<Read> {
  for (const read of await all(readStaff(names, 20))) {
    if (!read.ok) yield read
    else {
      const statements = read.entity.statements.map((said) =>
        said.prop === 'alias' ? { ...said, source: aliases.id } : said,
      )
      yield { ok: true, entity: { ...read.entity, statements } }
    }
  }
}

test('a set that shares a file with the set before keeps what that file says once', async () => {
  const [names, aliases, newer] = ['names', 'aliases', 'newer'].map(staffSource) as [
    Source,
    Source,
    Source,
  ]
  const take = (set: [Source, Source]) =>
    importSources(workspace, set, readSet(...set), { list: 'un' })
  expect(await take([names, aliases])).toMatchObject({ entities: 18, statements: 90, rejected: 2 })
  expect(await take([newer, aliases])).toMatchObject({ entities: 18, statements: 72, rejected: 2 })
  expect(await take([names, aliases])).toMatchObject({ statements: 0, already: true })
  expect(await ask(sql`select count(*) - count(distinct id) as twice from statement`)).toEqual([
    { twice: 0 },
  ])
  for (const set of [
    [names, aliases],
    [newer, aliases],
  ] as [Source, Source][])
    expect(
      await all(
        entitiesOf(
          workspace,
          set.map(({ id }) => id),
        ),
      ),
    ).toEqual(
      (await entitiesIn(readSet(...set))).map((entity) => ({
        ...entity,
        statements: expect.arrayContaining([...entity.statements]),
      })),
    )
})

test('what must be kept with an import fails with it', async () => {
  const importing = importSources(workspace, [staff], readStaff(staff, 10), {
    alongside: () => Promise.reject(new Error('stop')),
  })
  await expect(importing).rejects.toThrow('stop')
  expect(await ask(sql`select count(*) as n from source`)).toEqual([{ n: 0 }])
})

test('progress is told while a long file is read', async () => {
  const told: number[] = []
  await importSources(workspace, [staff], readStaff(staff, 5_000), {
    onProgress: ({ statements }) => told.push(statements),
  })
  expect(told.length).toBeGreaterThan(2)
  expect(told.at(-1)).toBe(22_500)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})
