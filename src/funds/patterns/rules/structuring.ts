import { nobody } from '../../flow/flow.ts'
import { longestRun, nearlyEqual } from './runs.ts'
import {
  amountOf,
  dayMs,
  hourMs,
  isSubject,
  type PatternFinding,
  type Scene,
  timeOf,
} from './scene.ts'
import { numberOf } from './table.ts'

const [transfers, recipients, hours, percent] = ['transfers', 'recipients', 'hours', 'percent'].map(
  (name) => numberOf('structuring', name),
) as [number, number, number, number]

/** The longest run of nearly equal amounts that each address sent to many within hours. */
export const findEqualAmounts = (
  scene: Scene,
  subjects: Iterable<number>,
): readonly PatternFinding[] => {
  const found: PatternFinding[] = []
  const window = {
    within: hours * hourMs,
    least: transfers,
    counts: (run: readonly number[]) => recipientsOf(scene, run).length >= recipients,
  }
  for (const subject of subjects) {
    const sent = scene.outs(subject)
    if (!isSubject(scene, subject) || sent.length < transfers) continue
    let best: readonly number[] = []
    for (const group of nearlyEqual(scene, sent, percent)) {
      if (group.length < transfers || group.length < best.length) continue
      best = better(scene, best, longestRun(scene, group, window))
    }
    if (best.length > 0) {
      const others = recipientsOf(scene, best)
      found.push(
        tell(scene, best, {
          pattern: 'structuring',
          addresses: [subject, ...others],
          facts: { recipients: others.length },
        }),
      )
    }
  }
  return found
}

/** The longer run, of two as long the one that begins first, then the one of smaller amounts. */
const better = (scene: Scene, a: readonly number[], b: readonly number[]): readonly number[] => {
  const [first, second] = [a[0], b[0]]
  if (first === undefined || second === undefined) return a.length > 0 ? a : b
  if (a.length !== b.length) return a.length > b.length ? a : b
  return timeOf(scene, second) < timeOf(scene, first) ? b : a
}

const recipientsOf = ({ flow }: Scene, run: readonly number[]): readonly number[] => [
  ...new Set(run.map((move) => flow.dst[move] as number)),
]

/** An amount in base units from which, or above which, payments are reported. */
export type Reporting = {
  readonly amount: bigint
  readonly reported: 'from' | 'above'
  readonly law: string
}

const below = {
  transfers: numberOf('below-limit', 'transfers'),
  days: numberOf('below-limit', 'days'),
  percent: numberOf('below-limit', 'percent'),
}

/** The longest runs of payments just below a limit that each account sent, and that it received. */
export const findBelowLimit = (
  scene: Scene,
  subjects: Iterable<number>,
  { amount: limit, reported, law }: Reporting,
): readonly PatternFinding[] => {
  const found: PatternFinding[] = []
  const window = { within: below.days * dayMs, least: below.transfers }
  const isJustBelow = (move: number): boolean => {
    const amount = amountOf(scene, move)
    if (100n * amount < BigInt(below.percent) * limit) return false
    return reported === 'above' ? amount <= limit : amount < limit
  }
  for (const subject of subjects) {
    if (!isSubject(scene, subject)) continue
    for (const direction of ['sent', 'received'] as const) {
      const [moves, ends] =
        direction === 'sent'
          ? [scene.outs(subject), scene.flow.dst]
          : [scene.ins(subject), scene.flow.src]
      const run = longestRun(scene, [...moves.filter(isJustBelow)], window)
      if (run.length === 0) continue
      const others = [...new Set(run.map((move) => ends[move] as number))]
      found.push(
        tell(scene, run, {
          pattern: 'below-limit',
          addresses: [subject, ...others],
          facts: { direction, limit: `${limit}`, law },
        }),
      )
    }
  }
  return found
}

const tell = (
  scene: Scene,
  run: readonly number[],
  { facts, ...rest }: Pick<PatternFinding, 'pattern' | 'addresses' | 'facts'>,
): PatternFinding => ({
  ...rest,
  addresses: rest.addresses.filter((address) => address !== nobody),
  subject: rest.addresses[0] as number,
  moves: run,
  strength: run.length,
  facts: {
    transfers: run.length,
    ...facts,
    minutes: Math.round(
      (timeOf(scene, run.at(-1) as number) - timeOf(scene, run[0] as number)) / 60_000,
    ),
  },
})
