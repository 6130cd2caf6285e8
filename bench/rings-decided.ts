/**
 * What groups that people decided about are worth: on each platform of the sweep one half is decided by
 * the truth, and the rings of the other half are scored by the table and by what the first half taught:
 * `npm run bench -- rings-decided [ACCOUNTS] [SEED] [ROW…]` (20,000; 1; all rows of the sweep).
 */
import { makeExample } from '../src/example/index.ts'
import { type DecidedGroup, findRings, type Rings } from '../src/identity/index.ts'
import { decideFound, decideHonest, isDecided } from './rings/decide.ts'
import { toPlatform } from './rings/platform.ts'
import { Pool } from './rings/pool.ts'
import { printColumns, printScore } from './rings/print.ts'
import { sweepOf } from './rings/sweep.ts'

const [accounts = '20000', seed = '1', ...asked] = process.argv.slice(2)

/** Honest groups that were looked at by chance. */
const looked = 60

const groupsOf = ({ ground, rings }: Rings): ReadonlyMap<string, string> =>
  new Map(
    rings.flatMap((ring, i) =>
      [...ring.accounts].map((place) => [ground.platform.accounts[place] as string, String(i)]),
    ),
  )

const ways = ['by the table', 'by groups shown', 'and 60 honest ones at random'] as const
const pools = new Map(ways.map((way) => [way, new Pool()]))
let [confirmed, cleared] = [0, 0]
for (const [place, [name, change]] of Object.entries(sweepOf(Number(accounts))).entries()) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const own = { accounts: Number(accounts), seed: 1_000 * Number(seed) + place }
  const example = makeExample({ ...own, ...change })
  const platform = toPlatform(example)
  const truth = new Map([...example.truth()].map((row) => [row.account, row]))
  const table = findRings(platform)
  const shown = decideFound(table, truth)
  confirmed += shown.filter(({ explanation }) => explanation === null).length
  cleared += shown.filter(({ explanation }) => explanation !== null).length
  const toGroups = (cases: typeof shown): readonly DecidedGroup[] =>
    cases.map((each) => ({ ...each, until: null }))
  const decided: Readonly<Record<(typeof ways)[number], readonly DecidedGroup[]>> = {
    'by the table': [],
    'by groups shown': toGroups(shown),
    'and 60 honest ones at random': toGroups([...shown, ...decideHonest(truth.values(), looked)]),
  }
  // A group may reach over both halves: whoever was decided about is scored by nobody.
  const told = new Set(
    Object.values(decided).flatMap((groups) => groups.flatMap((each) => each.accounts)),
  )
  const left = [...truth.values()].filter((row) => !isDecided(row) && !told.has(row.account))
  for (const way of ways) {
    const groups = groupsOf(findRings(platform, { decided: decided[way] }))
    const of = new Map(
      left.flatMap(({ account }) => {
        const group = groups.get(account)
        return group === undefined ? [] : [[account, group] as const]
      }),
    )
    pools.get(way)?.add(name, left, of)
  }
}
console.log(
  `the undecided half of all platforms; ${confirmed} groups that were shown are confirmed, ${cleared} cleared`,
)
printColumns()
for (const [way, pool] of pools) printScore(way, { score: pool.score() })
