/**
 * How fast value is traced through a made flow: each policy over all of it, beside what memory allows
 * and a plain haircut on maps; then what single seeds take through the part that they reach,
 * beside SQL that finds the same addresses.
 * `npm run bench -- trace [MOVES] [ADDRESSES] [ROUNDS] [SEEDS]` (5,000,000; 922,000; 5; 200).
 */
import { compose } from '../src/funds/rules/compose.ts'
import { reach } from '../src/funds/rules/reach.ts'
import { spread } from '../src/funds/rules/spread.ts'
import { policies, type Tracing } from '../src/funds/rules/tracing.ts'
import { labelSome } from './trace/exposure.ts'
import { hubsOf } from './trace/hubs.ts'
import { limit } from './trace/limit.ts'
import { drawer, makeFlow } from './trace/made-flow.ts'
import { traceMaps } from './trace/maps.ts'
import { printReach } from './trace/reach-sql.ts'
import { quantile, timesOf } from './trace/times.ts'

const [moves = '5000000', addresses = '922000', rounds = '5', seeds = '200'] = process.argv.slice(2)
const flow = makeFlow(Number(moves), Number(addresses), 1)
const draw = drawer(7)
const nowhere = new Uint8Array(flow.addresses)

/** One address in a hundred, so that most moves carry some of what they sent. */
const many = nowhere.map(() => (draw() < 0.01 ? 1 : 0))
const tracing = (policy: Tracing['policy']): Tracing => ({ policy, seeds: many, stops: nowhere })

const labels = labelSome(flow, 16, drawer(11))

const times = timesOf(Number(rounds), {
  limit: () => limit(flow),
  ...Object.fromEntries(policies.map((policy) => [policy, () => spread(flow, tracing(policy))])),
  '16 categories': () => compose(flow, labels),
  'haircut on maps': () => traceMaps(flow, many),
})
const most = quantile(times.get('limit') ?? [], 0.5)
console.log(
  `${flow.src.length} moves, ${flow.addresses} addresses; processor time, median and least`,
)
for (const [name, taken] of times) {
  const median = quantile(taken, 0.5)
  const rate = flow.src.length / median / 1e3
  console.log(
    `${name.padEnd(16)}${median.toFixed(0).padStart(7)} ms ${quantile(taken, 0).toFixed(0).padStart(7)} ms ${rate.toFixed(1).padStart(6)} M moves/s, ${(most / median).toFixed(2)} of the limit`,
  )
}
for (const policy of policies.filter((other) => other !== 'poison')) {
  const { seeded, held, stopped, fees, moved } = spread(flow, tracing(policy))
  const touched = (moved as Float64Array).reduce((count, part) => count + Number(part > 0), 0)
  console.log(
    `${policy}: ${seeded} seeded, ${seeded - held - stopped - fees} lost, ${touched} moves carry some`,
  )
}

/** Addresses that a trace would end at for their many counterparties. */
const hubs = hubsOf(flow, 1000)
const ends = [['hubs are stops', hubs] as const, ['no stops', nowhere] as const]
for (const [name, stops] of Number(seeds) > 0 ? ends : []) {
  const taken: number[] = []
  const parts: number[] = []
  for (let seed = 0; seed < Number(seeds); seed++) {
    const one = new Uint8Array(flow.addresses)
    one[flow.src[Math.floor(draw() * flow.src.length)] as number] = 1
    const start = performance.now()
    const part = reach(flow, { policy: 'haircut', seeds: one, stops })
    spread(part.flow, part.tracing)
    taken.push(performance.now() - start)
    parts.push(part.move.length)
  }
  const show = (list: readonly number[]): string =>
    [0.5, 0.95].map((share) => quantile(list, share).toFixed(1)).join(' and ')
  console.log(`one seed, ${name}: ${show(taken)} ms (median, p95), ${show(parts)} moves`)
}
if (Number(seeds) > 0) {
  const some = Array.from({ length: 3 }, () => Math.floor(draw() * flow.src.length))
  await printReach(
    flow,
    some.map((move) => flow.src[move] as number),
  )
}
const bytes = [flow.src, flow.dst, flow.amount, flow.kind].reduce(
  (sum, { byteLength }) => sum + byteLength,
  0,
)
console.log(
  `${bytes / flow.src.length} bytes a move, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
)
