import { compose } from '../../src/funds/rules/compose.ts'
import type { Composed } from '../../src/funds/rules/composing.ts'
import { spread } from '../../src/funds/rules/spread.ts'
import { policies } from '../../src/funds/rules/tracing.ts'
import { labelSome } from './exposure.ts'
import { limit, limitAhead } from './limit.ts'
import { drawer, type MadeFlow, makeFlow } from './made-flow.ts'
import { traceMaps } from './maps.ts'
import { quantile, timesOf } from './times.ts'

const categories = 16

/** The share of addresses with a label: few as on chains, some, and so many that nearly all hold of all categories. */
const shares = {
  [`${categories} categories`]: 0.01,
  'few labels': 0.0001,
  'many labels': 0.1,
}

/** Above this maps of big integers take many minutes, and more memory than an engine gives by default. */
const mostMaps = 10_000_000

/**
 * What it takes to trace value through all of a flow, as rows of a table: processor time beside what
 * memory allows, and units lost. All is run on a small flow first, so that it is compiled.
 */
export const measureWhole = (flow: MadeFlow, rounds: number): readonly (readonly string[])[] => {
  timesOf(2, methodsOf(makeFlow(100_000, 20_000, 1), new Map()))
  const lost = new Map<string, () => bigint>()
  const times = timesOf(rounds, methodsOf(flow, lost))
  const most = quantile(times.get('limit') ?? [], 0.5)
  return [...times].map(([name, taken]) => {
    const median = quantile(taken, 0.5)
    return [
      name,
      `${median.toFixed(0)} ms`,
      `${quantile(taken, 0).toFixed(0)} ms`,
      `${(flow.src.length / median / 1e3).toFixed(1)} M/s`,
      (most / median).toFixed(2),
      `${lost.get(name)?.() ?? ''}`,
    ]
  })
}

const methodsOf = (
  flow: MadeFlow,
  lost: Map<string, () => bigint>,
): Readonly<Record<string, () => unknown>> => {
  const draw = drawer(7)
  const stops = new Uint8Array(flow.addresses)
  // One address in a hundred, so that most moves carry some of what they sent.
  const seeds = stops.map(() => (draw() < 0.01 ? 1 : 0))
  return {
    limit: () => limit(flow),
    'limit, read ahead': () => limitAhead(flow),
    ...Object.fromEntries(
      policies.map((policy) => [
        policy,
        () => {
          const { seeded, held, stopped, fees } = spread(flow, { policy, seeds, stops })
          if (policy !== 'poison') lost.set(policy, () => seeded - held - stopped - fees)
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(shares).map(([name, share]) => {
        const labels = labelSome(flow, { categories, share }, drawer(11))
        const run = (): void => {
          const composed = compose(flow, labels)
          lost.set(name, () => untold(flow, composed))
        }
        return [name, run]
      }),
    ),
    ...(flow.src.length > mostMaps ? {} : { 'haircut on maps': () => traceMaps(flow, seeds) }),
  }
}

/** Of all that arrived at addresses what no category tells. */
const untold = (
  { addresses, src, dst, amount }: MadeFlow,
  { direct, indirect }: Composed,
): bigint => {
  let rest = 0n
  for (let i = 0; i < src.length; i++) if (src[i] !== dst[i]) rest += BigInt(amount[i] as number)
  for (let address = 0; address < addresses; address++)
    for (let category = 0; category < categories; category++)
      rest -= direct(address, category) + indirect(address, category)
  return rest
}
