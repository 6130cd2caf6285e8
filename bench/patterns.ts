/**
 * Which patterns of laundering addresses show, all of them asked: those of rings and of honest users of the
 * example platform, where each false alarm is counted; thefts that people traced by hand; what real
 * transfers of others there are; and how long a million transfers take. `npm run bench -- patterns [ACCOUNTS] [SEEDS]` (20,000; 1,2,3).
 * Reads `chain/*` of the folder that MUSTER_DATA names, where there is one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleMoney } from './patterns/example-money.ts'
import { timeMany } from './patterns/made-money.ts'
import { realMoney } from './patterns/real-money.ts'
import { type Population, scan, tell } from './patterns/scan.ts'

const [accounts = '20000', seeds = '1,2,3'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
const data = process.env.MUSTER_DATA
const populations: Population[] = seeds
  .split(',')
  .map((seed) => exampleMoney(folder, { accounts: Number(accounts), seed: Number(seed) }))
if (data) populations.push(...realMoney(folder, join(data, 'chain')))
else console.log('MUSTER_DATA names no folder: the example platform alone')
try {
  for (const population of populations) tell(population, await scan(folder, population))
} finally {
  rmSync(folder, { recursive: true })
}
timeMany(1_000_000, 200_000)
