/**
 * How fast value is traced through a made flow: each policy over all of it, beside what memory allows
 * and a plain haircut on maps; then what single seeds take through the part that they reach,
 * beside SQL that finds the same addresses.
 * `npm run bench -- trace [MOVES] [ADDRESSES] [ROUNDS] [SEEDS]` (5,000,000; 922,000; 5; 200);
 * `--write` writes the section of so many moves of `docs/measured/trace.md`.
 */
import { reach } from '../src/funds/rules/reach.ts'
import { spread } from '../src/funds/rules/spread.ts'
import { hubsOf } from './trace/hubs.ts'
import { drawer, makeFlow } from './trace/made-flow.ts'
import { printReach } from './trace/reach-sql.ts'
import { quantile } from './trace/times.ts'
import { measureWhole } from './trace/whole.ts'
import { tableOf, writeSection } from './trace/written.ts'

const words = process.argv.slice(2)
const [moves = '5000000', addresses = '922000', rounds = '5', seeds = '200'] = words
const flow = makeFlow(Number(moves), Number(addresses), 1)
const draw = drawer(7)
const nowhere = new Uint8Array(flow.addresses)

const table = tableOf(
  ['over all moves', 'median', 'least', 'moves', 'of the limit', 'units lost'],
  measureWhole(flow, Number(rounds)),
)
console.log(table)
if (words.includes('--write')) writeSection(flow, table)

const ends =
  Number(seeds) > 0
    ? [
        // A trace would end at these for their many counterparties.
        ['hubs are stops', hubsOf(flow, 1000)] as const,
        ['no stops', nowhere] as const,
      ]
    : []
for (const [name, stops] of ends) {
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
