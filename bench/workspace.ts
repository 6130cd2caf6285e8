/**
 * What the workspace takes in and gives back a second, and how much memory that needs: made-up
 * records of two sizes, then the real UN and OFAC lists from file to table. `bench/workspace.ts`
 */
import { loadavg } from 'node:os'
import { sql } from '../src/engine/index.ts'
import { loadLists, updateLists } from '../src/lists/index.ts'
import type { SourceId } from '../src/model/index.ts'
import {
  entitiesOf,
  importSources,
  openTemporaryWorkspace,
  recordsOf,
  sourcesOf,
  type Workspace,
} from '../src/workspace/index.ts'
import { dataFile, dataFolder } from '../tests/editions.ts'
import { readStaff, staffSource } from '../tests/staff.ts'

const rounds = 3
let peak = 0
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20).unref()

/** Does the work some times over and prints statements a second: least and median time. */
const measure = async (
  what: string,
  work: () => Promise<number>,
  prepare?: () => Promise<void>,
): Promise<void> => {
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    await prepare?.()
    const start = performance.now()
    const statements = await work()
    rates.push(statements / ((performance.now() - start) / 1000))
  }
  rates.sort((a, b) => b - a)
  const [best = 0, median = 0] = rates.map((rate) => Math.round(rate / 1000))
  const mb = Math.round(peak / 1e6)
  console.log(`${what.padEnd(34)} ${best} (median ${median}) thousand statements/s, peak ${mb} MB`)
}

const count = async (
  entities: AsyncIterable<{ readonly statements: readonly unknown[] }>,
): Promise<number> => {
  let statements = 0
  for await (const entity of entities) statements += entity.statements.length
  return statements
}

let workspace: Workspace = await openTemporaryWorkspace()
const renew = async (): Promise<void> => {
  await workspace.close()
  workspace = await openTemporaryWorkspace()
}

const staff = staffSource('staff')
const importStaff = async (records: number): Promise<number> =>
  (await importSources(workspace, [staff], readStaff(staff, records))).statements
for (const records of [20_000, 200_000]) {
  await measure(`take in ${records} records`, () => importStaff(records), renew)
  await measure(`give back ${records} records`, () => count(recordsOf(workspace, staff.id)))
}

const stored = async (): Promise<number> => {
  for await (const { n } of workspace.engine.query(sql`select count(*) as n from statement`))
    return Number(n)
  return 0
}

for (const list of dataFolder ? ['un', 'ofac'] : []) {
  const folder = dataFile('lists', list)
  await measure(`read ${list} into memory`, async () =>
    (await loadLists(folder)).lists.reduce(
      (sum, { entities }) => sum + entities.reduce((all, each) => all + each.statements.length, 0),
      0,
    ),
  )
  await measure(
    `take in ${list} from its files`,
    async () => {
      await updateLists(workspace, folder, { now: '2026-03-10' })
      return stored()
    },
    renew,
  )
  const sources: SourceId[] = []
  for await (const { id } of sourcesOf(workspace)) sources.push(id)
  await measure(`give back ${list}`, () => count(entitiesOf(workspace, sources)))
}
console.log(`load average ${loadavg()[0]?.toFixed(1)}`)
await workspace.close()
