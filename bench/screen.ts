/**
 * Screening over the real lists: `bench/screen.ts [QUERIES [COMPARED]]` (8,000 of each kind; 200).
 * Time of building, screens a second, p50 and p99, for ordinary people and for misspelled list names;
 * what the index loses against comparing with every name, and the time of the two, in the same run.
 */
import { cpus, loadavg } from 'node:os'
import { loadLists } from '../src/lists/index.ts'
import type { Entity, EntityId, Schema, SourceId } from '../src/model/index.ts'
import { type Screened, Screener, toListed, toProfile } from '../src/screening/index.ts'
import { dataFile } from '../tests/editions.ts'
import { misspell } from './misspell.ts'
import { people } from './people/draw-people.ts'

const queries = Number(process.argv[2] ?? 8_000)
const compared = Number(process.argv[3] ?? 200)
const line = (what: string, value: string): void => console.log(what.padEnd(46), value)
const round = (value: number): string => Math.round(value).toString()

const loading = performance.now()
const lists = []
for (const folder of ['un', 'ofac', 'eu-journal'])
  lists.push(...(await loadLists(dataFile('lists', folder))).lists)
line('lists', lists.map(({ id, version, entries }) => `${id} ${version} (${entries})`).join(', '))
line('reading them', `${round(performance.now() - loading)} ms`)

const reading = performance.now()
const listed = lists.flatMap(({ id, entities }) => entities.map((each) => toListed(id, each)))
const building = performance.now()
const screener = new Screener(listed)
const built = performance.now()
const names = listed.flatMap(({ profile }) => profile.names)
line('designations, names', `${listed.length}, ${names.length}`)
line('reading names', `${round(building - reading)} ms`)
line('building the index', `${round(built - building)} ms`)
line('cores, load', `${cpus().length}, ${loadavg()[0]?.toFixed(1)}`)

const subject = (schema: Schema, properties: Readonly<Record<string, string>>): Entity => {
  const entity = 'entity:bench' as EntityId
  const said = { source: '' as SourceId, place: '', learned: null, entity, schema }
  const statements = Object.entries(properties).map(([prop, value]) => ({ ...said, prop, value }))
  return { id: entity, schema, key: '1', statements }
}
/** Birth dates spread over fifty years. */
const birthDate = (k: number): string =>
  `${1950 + ((k * 7) % 50)}-${String(1 + (k % 12)).padStart(2, '0')}-${String(1 + (k % 28)).padStart(2, '0')}`

const each = Math.ceil(queries / people.length)
const drawn = people.flatMap(([, draw]) => draw(each)).slice(0, queries)
const misspelled = [
  ...misspell(
    names.map(({ value }) => value),
    queries,
  ),
]
const kinds: readonly (readonly [string, readonly Entity[]])[] = [
  ['ordinary people', drawn.map((name) => subject('Person', { name }))],
  [
    'ordinary people with birth dates',
    drawn.map((name, k) => subject('Person', { name, birthDate: birthDate(k) })),
  ],
  ['misspelled list names', misspelled.map((name) => subject('Thing', { name }))],
]

const quantile = (times: Float64Array, q: number): string =>
  `${([...times].sort((a, b) => a - b)[Math.floor(q * (times.length - 1))] as number).toFixed(3)} ms`

for (const [kind, asked] of kinds) {
  const rates: number[] = []
  const times = new Float64Array(asked.length)
  for (let turn = 0; turn < 3; turn++) {
    const before = process.cpuUsage()
    asked.forEach((entity, i) => {
      const start = performance.now()
      screener.screen(toProfile(entity))
      times[i] = performance.now() - start
    })
    const spent = process.cpuUsage(before)
    rates.push(asked.length / ((spent.user + spent.system) / 1e6))
  }
  line(`${kind}: screens a second a core`, rates.map(round).join(', '))
  line(`${kind}: p50, p99`, `${quantile(times, 0.5)}, ${quantile(times, 0.99)}`)
}

const total = ({ matches }: Screened): Map<string, number> =>
  new Map(matches.map((match) => [`${match.listed.list} ${match.listed.reference}`, match.total]))
let [found, lost, wrong, indexMs, allMs] = [0, 0, 0, 0, 0]
for (const [kind, asked] of kinds)
  for (let k = 0; k < compared; k++) {
    const profile = toProfile(asked[Math.floor((k * asked.length) / compared)] as Entity)
    const options = { minBits: 8000, limit: Number.POSITIVE_INFINITY }
    const start = performance.now()
    const byIndex = total(screener.screen(profile, options))
    const between = performance.now()
    const byAll = total(screener.screenAll(profile, options))
    allMs += performance.now() - between
    indexMs += between - start
    found += byAll.size
    for (const [reference, weight] of byAll)
      if (!byIndex.has(reference)) lost++
      else if (byIndex.get(reference) !== weight) wrong++
    if (k % 20 === 0) process.stderr.write(`\r${kind}: ${k} of ${compared} compared with all`)
  }
process.stderr.write('\n')
line('matches of 8 bits or more, by comparing all', `${found}`)
line('of these the index loses', `${lost} (${((100 * lost) / found).toFixed(4)} %)`)
line('of these the index weighs otherwise', `${wrong}`)
line('comparing all against the index', `${round(allMs / indexMs)} times the time`)
process.exitCode = lost / found < 0.001 ? 0 : 1
