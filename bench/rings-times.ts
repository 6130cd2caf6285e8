/**
 * How long a platform takes from files to rings, step by step, and the most memory it needs:
 * `npm run bench -- rings-times [ACCOUNTS] [SEED]` (100,000; 1). Beside it, what making the example and
 * joining by hard identifiers take.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeExample } from '../src/cli/example-files.ts'
import { makeTemporaries } from '../src/cli/temporaries.ts'
import { openFile } from '../src/formats/index.ts'
import { findRings, type Given, readPlatform } from '../src/identity/index.ts'
import type { Source, SourceId } from '../src/model/index.ts'
import { components, hardKinds } from './rings/baselines.ts'

const [accounts = '100000', seed = '1'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))

const timed = async <Result>(
  what: string,
  work: () => Promise<Result> | Result,
): Promise<Result> => {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const result = await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `${what.padEnd(30)}${seconds.toFixed(1).padStart(8)} s ${((user + system) / 1e6).toFixed(1).padStart(8)} s of processor, peak ${peak.toFixed(0)} MB so far`,
  )
  return result
}

const given = async (name: string): Promise<Given> => {
  const file = await openFile(join(folder, name))
  const source: Source = {
    id: name as SourceId,
    path: file.path,
    sha256: '',
    kind: 'accounts',
    bytes: 0,
    learned: null,
  }
  return { file, source }
}

try {
  const parameters = { accounts: Number(accounts), seed: Number(seed) }
  await timed('make the example', () =>
    writeExample(folder, parameters, { temporaries: makeTemporaries() }),
  )
  const { platform } = await timed('read it', async () =>
    readPlatform(
      {
        accounts: [await given('accounts.csv')],
        observations: [await given('observations.csv')],
      },
      { values: 'shared', flags: false },
    ),
  )
  console.log(
    `${platform.accounts.length} accounts, ${platform.sightings.account.length} sightings`,
  )
  await timed('join by hard identifiers', () => components(platform, { kinds: hardKinds }))
  const { rings } = await timed('find rings', () => findRings(platform))
  console.log(`${rings.length} rings`)
} finally {
  rmSync(folder, { recursive: true })
}
