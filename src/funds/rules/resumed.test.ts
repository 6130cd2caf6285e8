import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveKinds, nobody } from '../flow/flow.ts'
import { flowOf, type Move, someMoves, tracingOf } from './flow.fixture.ts'
import { holdingsOf } from './holdings.ts'
import { sourceOf } from './source.ts'
import { spread } from './spread.ts'
import { type Policy, policies, type Spread } from './tracing.ts'

const [addresses, seeds, stops] = [6, [0, 1], [5]]
/** Takes what addresses hold out of them. */
const drain = addresses

type Step = Move & {
  /** All of its value is traced. */
  readonly isSeed: boolean
}

const run = (policy: Policy, steps: readonly Step[]): Spread =>
  spread(flowOf(addresses + 1, steps), {
    ...tracingOf(addresses + 1, policy, { stops }),
    seedMoves: Uint8Array.from(steps, ({ isSeed }) => (isSeed ? 1 : 0)),
  })

const cutAt = (steps: readonly Step[], at: number): [readonly Step[], readonly Step[]] => [
  steps.slice(0, at),
  steps.slice(at),
]

/** What a seed sends, as moves that are seeds: so it can be emptied without a trace. */
const withSeeds = (moves: readonly Move[]): readonly Step[] =>
  moves.map((move) => {
    const kind = moveKinds.indexOf(move.kind ?? 'transfer')
    return { ...move, isSeed: seeds.includes(sourceOf(move.from < 0 ? nobody : move.from, kind)) }
  })

const transfer = { kind: 'transfer', isSeed: false } as const

/** What addresses hold after moves, unit by unit, as mints in the order in which they would leave. */
const leftBy = (policy: Policy, before: readonly Step[]): readonly Step[] => {
  const held = holdingsOf(flowOf(addresses + 1, before)).last
  return Array.from({ length: addresses }, (_, address) => address)
    .filter((address) => !stops.includes(address))
    .flatMap((address) => {
      const unit: Step = { ...transfer, from: address, to: drain, amount: 1 }
      const emptied = [...before, ...new Array<Step>(Number(held[address])).fill(unit)]
      const units = [...run(policy, emptied).moved].slice(before.length)
      return units.map((tainted): Step => {
        return { kind: 'mint', from: -1, to: address, amount: 1, isSeed: tainted > 0 }
      })
    })
}

const half = fc.tuple(someMoves(addresses), fc.nat())

test.each(policies)('%s goes on from what addresses hold where a flow is cut', (policy) => {
  fc.assert(
    fc.property(half, ([moves, draw]) => {
      const steps = withSeeds(moves)
      const [before, after] = cutAt(steps, draw % (steps.length + 1))
      const left = leftBy(policy, before)
      const [whole, first, second] = [steps, before, [...left, ...after]].map((each) =>
        run(policy, each),
      ) as [Spread, Spread, Spread]
      expect([...first.moved, ...second.moved.slice(left.length)]).toEqual([...whole.moved])
      const booked = (address: number): number =>
        stops.includes(address) ? Number(first.tainted[address]) : 0
      expect([...second.tainted].map((part, at) => Number(part) + booked(at))).toEqual(
        [...whole.tainted].map(Number),
      )
      const again = BigInt(left.filter(({ isSeed }) => isSeed).length)
      expect(first.seeded + second.seeded - again).toBe(whole.seeded)
      expect(first.fees + second.fees).toBe(whole.fees)
      expect(first.burned + second.burned).toBe(whole.burned)
    }),
    { numRuns: 300 },
  )
})
