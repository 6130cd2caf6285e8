import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Engine, openInMemory, sql } from '../engine/index.ts'
import { findLookalikes } from './lookalikes.ts'

let folder: string
let engine: Engine
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-test-'))
  engine = await openInMemory({ memory: '256MB', spill: join(folder, 'spill') })
  await engine.transaction(async (session) => {
    for (const table of [sql`create table moved`, sql`create table unvalued`])
      await session.run(sql`${table} (src varchar, dst varchar, amount bigint)`)
  })
})
afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const address = (start: string, end: string, filling = '0'): string =>
  `0x${start}${filling.repeat(40 - start.length - end.length)}${end}`

const move = (table: 'moved' | 'unvalued', src: string, dst: string, amount: number) =>
  engine.transaction(async (session) => {
    const rows = await session.append(table)
    rows.add([src, dst, amount])
  })

test('an address that agrees in first and last digits is told, the one that moved value is not', async () => {
  const [payer, payee] = [address('111', '2222'), address('abc', 'def0')]
  await move('moved', payer, payee, 100)
  await move('unvalued', payer, address('abc', 'def0', '7'), 100)
  await move('moved', payer, address('ABC', 'DEF0', '8'), 0)
  await move('moved', payer, address('abc', 'def1'), 5)
  await move('moved', payer, address('abd', 'def0'), 5)
  expect(await findLookalikes(engine)).toEqual([
    { address: payee, of: null },
    { address: address('abc', 'def0', '7'), of: payee },
    { address: address('abc', 'def0', '8'), of: payee },
  ])
})

test('names of accounts at a bank are none', async () => {
  await move('moved', 'abc0def0', 'abc1def0', 1)
  expect(await findLookalikes(engine)).toEqual([])
})
