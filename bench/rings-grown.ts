/**
 * What new facts cost on a platform that is in memory: the rings of all of it from nothing, and from
 * what was found before the facts came: `npm run bench -- rings-grown [ACCOUNTS] [FACTS]` (100,000;
 * 1,000). Both in turn, seconds of the clock and of the processor; they must find the same.
 */
import { loadavg } from 'node:os'
import { makeExample } from '../src/example/index.ts'
import { findRings, type Rings } from '../src/identity/rings/rings.ts'
import { toPlatform } from './rings/platform.ts'
import { earlier } from './rings/split.ts'

const [accounts = '100000', facts = '1000'] = process.argv.slice(2)
const rounds = 5

const example = makeExample({ accounts: Number(accounts), seed: 1 })
let rows = 0
for (const _row of example.observations()) rows++
const platform = toPlatform(example)
const before = findRings(
  toPlatform(earlier(example, { seed: 1, accounts: 1, observations: 1 - Number(facts) / rows })),
)

type Took = { readonly seconds: number; readonly processor: number; readonly rings: Rings }

const timed = (work: () => Rings): Took => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const rings = work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6, rings }
}

const ways: Readonly<Record<string, () => Rings>> = {
  'from nothing': () => findRings(platform),
  'from what was found before': () => findRings(platform, before),
}
const took = new Map<string, Took[]>(Object.keys(ways).map((way) => [way, []]))
for (let round = 0; round < rounds; round++)
  for (const [way, work] of Object.entries(ways)) took.get(way)?.push(timed(work))

const named = ({ rings }: Rings): string =>
  JSON.stringify(rings.map(({ id, total, accounts }) => [id, total, ...accounts]))
const answers = new Set([...took.values()].flat().map(({ rings }) => named(rings)))
const last = took.get('from nothing')?.[0]?.rings as Rings
const again = [...last.regions.keys()].filter((mark) => !before.regions.has(mark)).length
console.log(
  `${accounts} accounts, ${rows} observations, about ${facts} of them new; ${last.rings.length} rings; ${again} of ${last.regions.size} regions are worked out again; load ${loadavg()[0]?.toFixed(1)}`,
)
for (const [way, list] of took) {
  const of = (key: 'seconds' | 'processor') => list.map((each) => each[key]).sort((a, b) => a - b)
  const show = (key: 'seconds' | 'processor') =>
    `${of(key)[0]?.toFixed(2)} s at least, median ${of(key)[Math.floor(rounds / 2)]?.toFixed(2)}`
  console.log(`${way.padEnd(28)} clock ${show('seconds')}; processor ${show('processor')}`)
}
console.log(answers.size === 1 ? 'both find the same' : 'they DIFFER')
process.exitCode = answers.size === 1 ? 0 : 1
