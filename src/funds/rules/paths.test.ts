import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Flow, nobody } from '../flow/flow.ts'
import { findPaths } from './paths.ts'

type Move = readonly [src: number, dst: number, amount: number]

const toFlow = (moves: readonly Move[], addresses: number): Flow => ({
  addresses,
  src: Uint32Array.from(moves, ([src]) => src),
  dst: Uint32Array.from(moves, ([, dst]) => dst),
  amount: Float64Array.from(moves, ([, , amount]) => amount),
  kind: new Uint8Array(moves.length),
})

/** All paths in order of time from address 0, by following each transfer. */
const widest = (moves: readonly Move[], address: number): { width: number; hops: number } => {
  let best = { width: 0, hops: 0 }
  const follow = (at: number, from: number, width: number, hops: number): void => {
    if (at === address && hops > 0) {
      best = {
        width: Math.max(best.width, width),
        hops: best.hops === 0 ? hops : Math.min(best.hops, hops),
      }
    }
    moves.forEach(([src, dst, amount], i) => {
      if (i >= from && src === at && dst !== at && dst !== nobody && amount > 0 && dst !== 0)
        follow(dst, i + 1, Math.min(width, amount), hops + 1)
    })
  }
  follow(0, 0, Number.POSITIVE_INFINITY, 0)
  return best
}

const someMoves = fc.array(
  fc.tuple(fc.nat(4), fc.nat(4), fc.nat(9)).map(([src, dst, amount]): Move => [src, dst, amount]),
  { maxLength: 9 },
)

test('the path to an address is the widest in order of time, its hops the fewest', () => {
  fc.assert(
    fc.property(someMoves, (moves) => {
      const flow = toFlow(moves, 5)
      // Only what comes from address 0 is tainted; what it receives itself goes no further.
      const begins = Uint8Array.from(moves, ([src]) => (src === 0 ? 1 : 0))
      const reached = new Set([0])
      const tainted = Float64Array.from(moves, ([src, dst, amount]) => {
        if (!reached.has(src) || amount === 0) return 0
        reached.add(dst)
        return amount
      })
      const { hops, pathTo } = findPaths(flow, tainted, begins)
      for (const address of [1, 2, 3, 4]) {
        const path = pathTo(address)
        const best = widest(moves, address)
        expect(hops[address]).toBe(best.hops)
        expect(path.length > 0 ? Math.min(...path.map((i) => moves[i]?.[2] ?? 0)) : 0).toBe(
          best.width,
        )
        path.forEach((i, at) => {
          const [src] = moves[i] as Move
          expect(src).toBe(at === 0 ? 0 : moves[path[at - 1] as number]?.[1])
          expect(at === 0 || i > (path[at - 1] as number)).toBe(true)
        })
      }
    }),
  )
})
