/**
 * Rings planted in example platforms, over a sweep of what platforms can be like: which are found, and
 * which honest accounts are shown with them, by Muster and by plainer ways in the same run.
 * `npm run bench -- rings [ACCOUNTS] [SEED] [ROW…]` (100,000; 1; all rows of the sweep).
 */
import { makeExample } from '../src/example/index.ts'
import type { Platform } from '../src/identity/platform/platform.ts'
import { findRings, type Ring, type Rings } from '../src/identity/rings/rings.ts'
import { components, type Grouping, hardKinds } from './rings/baselines.ts'
import { findable, ringValues, toGroups } from './rings/groups.ts'
import { toPlatform } from './rings/platform.ts'
import { Pool } from './rings/pool.ts'
import { printColumns, printHeader, printKinds, printScore } from './rings/print.ts'
import { score } from './rings/score.ts'
import { sweepOf } from './rings/sweep.ts'

const [accounts = '100000', seed = '1', ...asked] = process.argv.slice(2)

type Group = (platform: Platform, rings: Rings) => Grouping

/** Those found whose weight at some prior speaks for them. */
const found =
  (weight: (ring: Ring) => number): Group =>
  (platform, { rings }) => {
    const grouping = new Int32Array(platform.accounts.length).fill(-1)
    rings.forEach((ring, place) => {
      if (weight(ring) >= 0) for (const member of ring.accounts) grouping[member] = place
    })
    return grouping
  }

const methods: Readonly<Record<string, Group>> = {
  Muster: found(({ total }) => total),
  'Muster, at the low prior': found(({ low }) => low),
  'any shared value': (platform) => components(platform),
  'values with at most 8 holders': (platform) => components(platform, { mostHolders: 8 }),
  'hard identifiers only': (platform) => components(platform, { kinds: hardKinds }),
}

const pools = new Map(Object.keys(methods).map((method) => [method, new Pool()]))
for (const [place, [name, change]] of Object.entries(sweepOf(Number(accounts))).entries()) {
  if (asked.length > 0 && !asked.includes(name)) continue
  // Each platform has rings of its own.
  const own = { accounts: Number(accounts), seed: 1_000 * Number(seed) + place }
  const example = makeExample({ ...own, ...change })
  const platform = toPlatform(example)
  const truth = [...example.truth()]
  const clear = findable(platform, truth)
  printHeader(name, { platform, truth, clear })
  // Not a method: the most that joining by whole values can reach, because it is told the truth.
  const told = components(platform, { values: ringValues(platform, truth) })
  printScore('ceiling: values of one ring alone', {
    score: score(truth, toGroups(platform, told)),
    clear,
  })
  const before = performance.now()
  const rings = findRings(platform)
  const searched = performance.now() - before
  for (const [method, group] of Object.entries(methods)) {
    const start = performance.now()
    const groups = toGroups(platform, group(platform, rings))
    const took = performance.now() - start + (method.startsWith('Muster') ? searched : 0)
    const scored = score(truth, groups)
    printScore(method, { score: scored, clear, seconds: took / 1000 })
    if (method === 'Muster') printKinds(scored)
    pools.get(method)?.add(name, truth, groups)
  }
}
console.log('\nall of them together')
printColumns()
for (const [method, pool] of pools) printScore(method, { score: pool.score() })
printKinds((pools.get('Muster') as Pool).score())
