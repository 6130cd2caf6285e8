import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dice } from '../../bench/dice.ts'
import { wildRegister } from '../../tests/wild-register.ts'
import { sql } from '../engine/index.ts'
import { type Source, sourceId } from '../model/index.ts'
import {
  createWorkspace,
  type HeldStatement,
  importStateStatements,
  openWorkspace,
  rejectedOf,
  stateStatementsOf,
  type Workspace,
} from './index.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-states-'))
})
afterEach(() => rm(folder, { recursive: true }))

const source: Source = {
  id: sourceId('state-statements', 'ab'),
  path: 'notes.csv',
  sha256: 'ab',
  kind: 'state-statements',
  bytes: 1,
  learned: '2026-11-30',
}

const statements = wildRegister(dice(3), { count: 200, states: ['NPL', 'POL'] })

async function* reads() {
  for (const [at, statement] of statements.entries())
    yield { ok: true, statement, place: `row:${at + 1}` } as const
  yield { ok: false, source: source.id, place: 'row:201', reason: 'no state', text: ',,' } as const
}

const heldIn = async (workspace: Workspace): Promise<readonly HeldStatement[]> => {
  const held: HeldStatement[] = []
  for await (const one of stateStatementsOf(workspace)) held.push(one)
  return held
}

test('statements come back as they were read, in their order, with what could not be read', async () => {
  const workspace = await createWorkspace(folder)
  expect(await importStateStatements(workspace, source, reads())).toEqual({
    entities: 0,
    statements: 200,
    rejected: 1,
    already: false,
  })
  expect((await heldIn(workspace)).map(({ statement }) => statement)).toEqual(statements)
  const rejected: unknown[] = []
  for await (const one of rejectedOf(workspace, [source.id])) rejected.push(one)
  expect(rejected).toEqual([
    { source: source.id, place: 'row:201', reason: 'no state', text: ',,' },
  ])
  expect(await importStateStatements(workspace, source, reads())).toMatchObject({ already: true })
  expect((await heldIn(workspace)).length).toBe(200)
  await workspace.close()
})

test('an import that breaks off leaves nothing', async () => {
  const workspace = await createWorkspace(folder)
  async function* broken() {
    yield* reads()
    throw new Error('the disk is gone')
  }
  await expect(importStateStatements(workspace, source, broken())).rejects.toThrow('disk')
  expect(await heldIn(workspace)).toEqual([])
  await workspace.close()
})

test('a workspace of before there were statements has none, and takes them once it is opened to write', async () => {
  const old = await createWorkspace(folder)
  await old.engine.transaction((session) => session.run(sql`drop table state_statement`))
  await old.close()
  const reading = await openWorkspace(folder, { readOnly: true })
  expect(await heldIn(reading)).toEqual([])
  await reading.close()
  const writing = await openWorkspace(folder)
  expect(await importStateStatements(writing, source, reads())).toMatchObject({ statements: 200 })
  await writing.close()
})
