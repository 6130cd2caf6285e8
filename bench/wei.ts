/**
 * What it takes to trace amounts above 2^53, as of Ether in wei, beside the same flow in whole doubles and
 * in big integers instead of limbs: `npm run bench -- wei [MOVES] [ADDRESSES] [ROUNDS]`
 * (1,000,000; 184,000; 2). `--write` puts it into `docs/measured/trace.md`.
 */
import { runBigCourse } from '../src/funds/rules/big-course.ts'
import { BigLots } from '../src/funds/rules/big-lots.ts'
import { BigSums } from '../src/funds/rules/big-sums.ts'
import { spread } from '../src/funds/rules/spread.ts'
import { policies, type Tracing } from '../src/funds/rules/tracing.ts'
import { drawer, type MadeFlow, makeFlow } from './trace/made-flow.ts'
import { quantile, timesOf } from './trace/times.ts'
import { tableOf, writeSection } from './trace/written.ts'

const words = process.argv.slice(2)
const [moves = '1000000', addresses = '184000', rounds = '2'] = words.filter(
  (word) => !word.startsWith('--'),
)
const draw = drawer(7)

/** The same moves with amounts that are no multiple of anything. */
const inWei = (flow: MadeFlow): readonly bigint[] =>
  Array.from(flow.amount, (amount) => BigInt(amount) * 10n ** 15n + BigInt(draw() * 2 ** 32))

const methodsOf = (flow: MadeFlow): Readonly<Record<string, () => unknown>> => {
  const wei = { ...flow, amount: inWei(flow) }
  const stops = new Uint8Array(flow.addresses)
  const seeds = stops.map(() => (draw() < 0.01 ? 1 : 0))
  const inIntegers = (tracing: Tracing) => (): unknown => {
    const { policy } = tracing
    const { addresses } = wei
    const purses = policy === 'fifo' ? new BigLots(addresses) : new BigSums(addresses, policy)
    return runBigCourse(wei, tracing, purses)
  }
  return Object.fromEntries(
    policies.flatMap((policy) => {
      const tracing: Tracing = { policy, seeds, stops }
      return [
        [`${policy} doubles`, () => spread(flow, tracing)],
        [`${policy} wei`, () => spread(wei, tracing)],
        [`${policy} big`, inIntegers(tracing)],
      ]
    }),
  )
}

timesOf(2, methodsOf(makeFlow(50_000, 10_000, 1)))
const times = timesOf(Number(rounds), methodsOf(makeFlow(Number(moves), Number(addresses), 1)))
const shown = (name: string): string => {
  const taken = times.get(name)
  return taken ? `${quantile(taken, 0).toFixed(0)} ms` : ''
}
const table = tableOf(
  ['amounts above 2^53', 'doubles', 'wei', 'big integers'],
  policies.map((policy) => [
    policy,
    ...['doubles', 'wei', 'big'].map((kind) => shown(`${policy} ${kind}`)),
  ]),
)
console.log(table)
if (words.includes('--write'))
  writeSection(`Amounts above 2^53, ${Number(moves).toLocaleString('en')} moves`, table)
