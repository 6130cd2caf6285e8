/**
 * Rings planted in example platforms, over a sweep of what platforms can be like: which are found, and
 * which honest accounts are shown with them, by Muster and by plainer ways in the same run.
 * `npm run bench -- rings [ACCOUNTS] [SEED] [ROW…]` (100,000; 1; all rows of the sweep).
 */
import { makeExample } from '../src/example/index.ts'
import type { Platform } from '../src/identity/platform/platform.ts'
import { findRings } from '../src/identity/rings/rings.ts'
import { components, hardKinds } from './rings/baselines.ts'
import { findable, ringValues, toGroups } from './rings/groups.ts'
import { toPlatform } from './rings/platform.ts'
import { printHeader, printKinds, printScore } from './rings/print.ts'
import { score } from './rings/score.ts'
import { sweep } from './rings/sweep.ts'

const [accounts = '100000', seed = '1', ...asked] = process.argv.slice(2)

const muster = (platform: Platform): Int32Array => {
  const grouping = new Int32Array(platform.accounts.length).fill(-1)
  findRings(platform).rings.forEach(({ accounts: members }, ring) => {
    for (const member of members) grouping[member] = ring
  })
  return grouping
}

const methods: Readonly<Record<string, (platform: Platform) => Int32Array>> = {
  Muster: muster,
  'any shared value': (platform) => components(platform),
  'values with at most 8 holders': (platform) => components(platform, { mostHolders: 8 }),
  'hard identifiers only': (platform) => components(platform, { kinds: hardKinds }),
}

for (const [name, change] of Object.entries(sweep)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const example = makeExample({ accounts: Number(accounts), seed: Number(seed), ...change })
  const platform = toPlatform(example)
  const truth = [...example.truth()]
  const clear = findable(platform, truth)
  printHeader(name, { platform, truth, clear })
  // Not a method: the most that joining by whole values can reach, because it is told the truth.
  const told = components(platform, { values: ringValues(platform, truth) })
  const ceiling = score(truth, toGroups(platform, told))
  printScore('ceiling: values of one ring alone', { score: ceiling, clear, seconds: 0 })
  for (const [method, group] of Object.entries(methods)) {
    const start = performance.now()
    const groups = toGroups(platform, group(platform))
    const seconds = (performance.now() - start) / 1000
    const scored = score(truth, groups)
    printScore(method, { score: scored, clear, seconds })
    if (method === 'Muster') printKinds(scored)
  }
}
