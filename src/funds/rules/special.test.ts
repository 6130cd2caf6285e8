import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveKinds, nobody } from '../flow/flow.ts'
import { flowOf, someMoves } from './flow.fixture.ts'
import { makeMoves } from './special.ts'

const transfer = moveKinds.indexOf('transfer')

test('all moves are made once, in their order, those that ask for more by themselves', () => {
  const long = fc.array(someMoves(4), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(long, fc.nat(4), fc.nat(400), (parts, role, seedMove) => {
      const moves = parts.flat()
      const flow = flowOf(4, moves)
      const roles = Uint8Array.from({ length: 4 }, (_, i) => (i === role ? 1 : 0))
      const seedMoves = Uint8Array.from(moves, (_, i) => (i === seedMove ? 1 : 0))
      const made: number[] = []
      const special: number[] = []
      let ready = 0
      makeMoves(
        {
          flow: { ...flow, amount: new Float64Array(0) },
          roles,
          seedMoves,
          moved: flow.amount as Float64Array,
        },
        {
          ready(begin, end) {
            expect(begin).toBe(ready)
            ready = end
          },
          along(begin, end) {
            for (let i = begin; i < end; i++) made.push(i)
          },
          special(i) {
            special.push(i)
            made.push(i)
          },
        },
      )
      expect(made).toEqual([...moves.keys()])
      expect(ready).toBe(moves.length)
      expect(special).toEqual(
        [...moves.keys()].filter((i) => {
          const ends = [flow.src[i] as number, flow.dst[i] as number]
          const plain = ends.every((end) => end !== nobody && roles[end] === 0)
          return flow.kind[i] !== transfer || !plain || seedMoves[i] === 1
        }),
      )
    }),
  )
})
