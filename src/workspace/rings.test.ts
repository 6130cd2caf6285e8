import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '../engine/index.ts'
import { type KeptRing, keepRings, keptRings, openTemporaryWorkspace, toRun } from './index.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(async () => {
  workspace = await openTemporaryWorkspace()
})
afterEach(() => workspace.close())

type Past = { readonly why: string; readonly a: number }

const run = toRun({ question: 'rings', lists: [], sources: [], settings: {} })

const ringOf = (ring: string, bits: number): KeptRing<Past> => ({
  ring,
  accounts: ['one', 'two, three'],
  bits,
  values: [{ kind: 'device', value: 'a "laptop"', bits: 1.125 }],
  past: { why: 'as found', a: 1 },
})

const log = async (): Promise<unknown[]> => {
  const rows: unknown[] = []
  const all = sql`select ring, state from ring_log order by ord`
  for await (const { ring, state } of workspace.engine.query(all)) rows.push(`${ring} ${state}`)
  return rows
}

test('rings are given back as they were kept, to the byte', async () => {
  const kept = { held: [ringOf('a', 2.001), ringOf('b', -0.5)], ended: [ringOf('c', 3)] }
  await keepRings(workspace, run, kept)
  expect(JSON.stringify(await keptRings<Past>(workspace))).toBe(JSON.stringify(kept))
})

test('to keep the same again writes nothing; a changed and an ended one are added', async () => {
  const kept = { held: [ringOf('a', 2), ringOf('b', 1)], ended: [] }
  await keepRings(workspace, run, kept)
  await keepRings(workspace, run, kept)
  expect(await log()).toEqual(['a held', 'b held'])
  const next = { held: [ringOf('a', 4)], ended: [ringOf('b', 1)] }
  await keepRings(workspace, run, next)
  await keepRings(workspace, run, next)
  expect(await log()).toEqual(['a held', 'b held', 'a held', 'b ended'])
  expect(await keptRings<Past>(workspace)).toEqual(next)
})
