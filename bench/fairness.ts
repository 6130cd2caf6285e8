/**
 * How often honest people are shown as a ring, kind by kind, each kind alone on a platform without any
 * ring; and whether it depends on the nationality that they state.
 * `npm run bench -- fairness [ACCOUNTS] [SEED] [KIND…]` (100,000 of each kind; 1; all kinds).
 *
 * The cut of the second part is the weight above which 1 % of the accounts are flagged, far below what is
 * shown: all candidate groups are weighed for it. `chance` is what 19 of 20 platforms would stay below if
 * which groups are flagged had nothing to do with nationality.
 */
import { lookAlikeNames, makeExample, nobody, type Parameters } from '../src/example/index.ts'
import { sameUnderBijection } from './fairness/bijection.ts'
import { type Flagging, flagged } from './fairness/flagged.ts'
import { byShare, ratioOf, toNations } from './fairness/nations.ts'
import { toPlatform } from './rings/platform.ts'

const [accounts = '100000', seed = '1', ...asked] = process.argv.slice(2)
const parameters = { accounts: Number(accounts), seed: Number(seed), rings: 0 }

const held = sameUnderBijection(Math.min(parameters.accounts, 10_000), parameters.seed)
console.log(`${held.rings} rings of a platform of ${held.accounts} accounts, weighed again under`)
for (const [name, same] of Object.entries(held.same))
  console.log(`  one bijection of all ${name}: ${same ? 'the same to the byte' : 'DIFFERENT'}`)

/** All accounts of one kind: groups of one kind, or everybody with one habit. */
const kinds: Readonly<Record<string, Partial<Parameters>>> = {
  ordinary: {},
  mobile_network: { mobileUsers: 1 },
  vpn: { vpnUsers: 1 },
  template_cv: { templateUsers: 1 },
  stock_avatar: { stockAvatars: 0.4 },
  ...Object.fromEntries(lookAlikeNames.map((name) => [name, { honest: { ...nobody, [name]: 1 } }])),
}

const row = (cells: readonly string[]): void =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(20) : cell.padStart(12))).join(''))

const shown = (number: number): string =>
  Number.isFinite(number) ? number.toFixed(number < 10 ? 2 : 0) : '-'

const ratios = ({ groups }: Flagging, nations: readonly string[]): readonly string[] => {
  const { ratio, chance } = ratioOf(groups, nations)
  return [shown(ratio), shown(chance)]
}

console.log('\nshown: accounts in a shown group, of 10,000; cut: bits at which 1 % are flagged')
console.log(
  'ratio: most flagged nationality to least, all 26 and in three bands by how common they are',
)
row([
  '',
  'accounts',
  'shown',
  'flagged %',
  'cut',
  'ratio of 26',
  'by chance',
  'of 3 bands',
  'by chance',
])
for (const [kind, change] of Object.entries(kinds)) {
  if (asked.length > 0 && !asked.includes(kind)) continue
  const example = makeExample({ ...parameters, honest: nobody, ...change })
  const platform = toPlatform(example)
  const flags = flagged(platform, [...example.truth()])
  const nations = toNations(example, platform)
  row([
    kind,
    String(platform.accounts.length),
    ((10_000 * flags.shown) / platform.accounts.length).toFixed(2),
    ((100 * flags.flagged) / platform.accounts.length).toFixed(2),
    flags.cut === undefined ? '-' : (flags.cut / 1000).toFixed(1),
    ...ratios(flags, nations),
    ...ratios(flags, byShare(nations)),
  ])
}
process.exitCode = Object.values(held.same).every(Boolean) ? 0 : 1
