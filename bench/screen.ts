/**
 * Screening over the real UN and OFAC lists: `bench/screen.ts [MISSPELLINGS]` (10,000).
 * Index build time, bytes a name, screens a second, p50 and p99; what the index loses against comparing
 * with every name, for generated misspellings; the time of the two, interleaved, in the same run.
 */
import { cpus, loadavg } from 'node:os'
import { loadLists } from '../src/lists/index.ts'
import { type Entity, type EntityId, type SourceId, toBits } from '../src/model/index.ts'
import { foldName } from '../src/names/index.ts'
import { defaultOptions, Screener, toListed, toProfile } from '../src/screening/index.ts'
import { dataFile } from '../tests/editions.ts'
import { EveryName } from './every-name.ts'
import { misspell } from './misspell.ts'

const misspellings = Number(process.argv[2] ?? 10_000)
const floor = defaultOptions.minBits
const line = (what: string, value: string): void => console.log(what.padEnd(44), value)

const loading = performance.now()
const lists = []
for (const folder of ['un', 'ofac'])
  lists.push(...(await loadLists(dataFile('lists', folder))).lists)
line('lists', lists.map(({ id, version, entries }) => `${id} ${version} (${entries})`).join(', '))
line('reading them', `${Math.round(performance.now() - loading)} ms`)

const building = performance.now()
const listed = lists.flatMap(({ id, entities }) => entities.map((each) => toListed(id, each)))
const screener = new Screener(listed)
const built = performance.now() - building
const names = listed.flatMap(({ profile }) => profile.names)
line('designations, names', `${listed.length}, ${names.length}`)
line('building profiles and index', `${Math.round(built)} ms`)
line('cores, load', `${cpus().length}, ${loadavg()[0]?.toFixed(1)}`)

const subject = (name: string): Entity => {
  const id = 'entity:bench' as EntityId
  const said = { source: '' as SourceId, place: '', learned: null, entity: id, prop: 'name' }
  return { id, schema: 'Thing', key: '1', statements: [{ ...said, schema: 'Thing', value: name }] }
}

const queries = [
  ...misspell(
    names.map(({ value }) => value),
    misspellings,
  ),
]
const quantile = (times: Float64Array, q: number): string =>
  `${([...times].sort((a, b) => a - b)[Math.floor(q * (times.length - 1))] as number).toFixed(3)} ms`

const rates: number[] = []
for (let round = 0; round < 3; round++) {
  const times = new Float64Array(queries.length)
  const before = process.cpuUsage()
  queries.forEach((name, i) => {
    const start = performance.now()
    screener.screen(toProfile(subject(name)))
    times[i] = performance.now() - start
  })
  const spent = process.cpuUsage(before)
  rates.push(queries.length / ((spent.user + spent.system) / 1e6))
  line(
    `round ${round + 1}: screens a processor second`,
    Math.round(rates[round] as number).toString(),
  )
  line(`round ${round + 1}: p50, p99`, `${quantile(times, 0.5)}, ${quantile(times, 0.99)}`)
}
line('median rate', `${Math.round(rates.sort((a, b) => a - b)[1] as number)} a second a core`)

const all = new EveryName(names.map(({ tokens }) => tokens))
let [found, lost, indexMs, allMs] = [0, 0, 0, 0]
for (const [i, name] of queries.entries()) {
  const tokens = foldName(name)
  const start = performance.now()
  const hits = new Map(screener.names.find(tokens, floor).map((hit) => [hit.name, hit.millibits]))
  const between = performance.now()
  const expected = all.find(tokens, floor)
  allMs += performance.now() - between
  indexMs += between - start
  found += expected.length
  for (const { name: id, millibits } of expected) if (hits.get(id) !== millibits) lost++
  if (i % 500 === 0) process.stderr.write(`\r${i} of ${queries.length} compared with every name`)
}
process.stderr.write('\n')
line(`names of ${toBits(floor)} bits or more, by comparing all`, `${found}`)
line('of these the index loses', `${lost} (${((100 * lost) / found).toFixed(4)} %)`)
line('comparing all against the index', `${(allMs / indexMs).toFixed(0)} times the time`)
process.exitCode = lost / found < 0.001 ? 0 : 1
