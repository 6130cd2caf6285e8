/**
 * Whether rings that are found step by step are those of a full run: examples are split at random into
 * what was there earlier and what came since, and the run on what was found earlier is held against
 * the full one, to the last millibit: `npm run bench -- rings-splits [SPLITS] [ACCOUNTS]` (1,000; 1,500).
 * Ends with 1 where one differs.
 */
import { makeExample } from '../src/example/index.ts'
import { findRings, type Rings } from '../src/identity/rings/rings.ts'
import { toPlatform } from './rings/platform.ts'
import { earlier } from './rings/split.ts'

const [splits = '1000', accounts = '1500'] = process.argv.slice(2)

/** Examples that splits take turns on. */
const many = 10

const told = ({ rings, regions }: Rings): string =>
  JSON.stringify(
    [rings.map(({ region: _region, ...ring }) => ring), [...regions]],
    (_key, value) => (ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : value),
  )

const examples = Array.from({ length: many }, (_, seed) => {
  const example = makeExample({ accounts: Number(accounts), seed })
  const platform = toPlatform(example)
  const full = findRings(platform)
  return { example, platform, full: told(full), rings: full.rings.length }
})

let [different, worked, all] = [0, 0, 0]
for (let split = 0; split < Number(splits); split++) {
  const { example, platform, full } = examples[split % many] as (typeof examples)[number]
  // From half of everything to all but a thousandth, of accounts and of what they were seen with.
  const share = (power: number): number => 1 - 0.5 * 2 ** -(power % 10)
  const before = findRings(
    toPlatform(
      earlier(example, {
        seed: split,
        accounts: share(Math.floor(split / many)),
        observations: share(Math.floor(split / many / 10)),
      }),
    ),
  )
  const grown = findRings(platform, before)
  if (told(grown) !== full) {
    different++
    console.log(`split ${split} differs`)
  }
  all += grown.regions.size
  for (const mark of grown.regions.keys()) if (!before.regions.has(mark)) worked++
}
console.log(
  `${splits} splits of ${many} platforms of ${accounts} accounts with ${examples.reduce((sum, { rings }) => sum + rings, 0)} rings: ${different} differ from a full run; ${((100 * worked) / all).toFixed(1)} % of ${all} regions were worked out again`,
)
process.exitCode = different > 0 ? 1 : 0
