/**
 * How fast value is traced through a made flow: each policy over all of it, beside what memory allows
 * and a plain haircut on maps; then what single seeds take by the moves of those who hold their value,
 * and SQL that finds whom it can reach.
 * `npm run bench -- trace [MOVES] [ADDRESSES] [ROUNDS] [SEEDS]` (5,000,000; 922,000; 5; 200);
 * `--write` writes the section of so many moves of `docs/measured/trace.md`.
 */
import { drawer, makeFlow } from './trace/made-flow.ts'
import { measureReach } from './trace/reach-sql.ts'
import { measureSeeds } from './trace/sparse.ts'
import { measureWhole } from './trace/whole.ts'
import { tableOf, writeSection } from './trace/written.ts'

/** Above this SQL takes many minutes. */
const mostSql = 10_000_000

const words = process.argv.slice(2)
const [moves = '5000000', addresses = '922000', rounds = '5', seeds = '200'] = words.filter(
  (word) => !word.startsWith('--'),
)
const flow = makeFlow(Number(moves), Number(addresses), 1)
const draw = drawer(7)

const table = tableOf(
  ['over all moves', 'median', 'least', 'moves', 'of the limit', 'units lost'],
  measureWhole(flow, Number(rounds)),
)
console.log(table)
const singles = Number(seeds) > 0 ? measureSeeds(flow, Number(seeds), draw) : ''
console.log(singles)
const some = Array.from({ length: Number(seeds) > 0 && flow.src.length < mostSql ? 3 : 0 }, () =>
  Math.floor(draw() * flow.src.length),
).map((move) => flow.src[move] as number)
const reached = some.length > 0 ? await measureReach(flow, some) : ''
console.log(reached)
if (words.includes('--write'))
  writeSection(
    `${flow.src.length.toLocaleString('en')} moves, ${flow.addresses.toLocaleString('en')} addresses`,
    [table, singles, reached].filter((part) => part !== '').join('\n\n'),
  )
const bytes = [flow.src, flow.dst, flow.amount, flow.kind].reduce(
  (sum, { byteLength }) => sum + byteLength,
  0,
)
console.log(
  `${bytes / flow.src.length} bytes a move, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
)
