import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createWorkspace, openWorkspace } from './index.ts'

/** Another program that opens the file and holds it until its input ends. */
const holder = `
  import { DuckDBInstance } from '@duckdb/node-api'
  const instance = await DuckDBInstance.create(process.argv[1])
  console.log('open')
  process.stdin.on('end', () => instance.closeSync()).resume()`

test('a workspace that another program has open is busy, and free when that ends', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'muster-busy-'))
  await (await createWorkspace(dir)).close()
  const other = spawn(
    process.execPath,
    ['--input-type=module', '-e', holder, join(dir, 'muster.duckdb')],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = once(other, 'exit')
  await once(other.stdout, 'data')
  await expect(openWorkspace(dir)).rejects.toMatchObject({
    code: 'workspace-busy',
    message: expect.stringContaining(`process ${other.pid}`),
    hint: expect.stringContaining('Wait'),
  })
  other.stdin.end()
  await ended
  await (await openWorkspace(dir)).close()
  await rm(dir, { recursive: true })
})
