import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveKinds } from '../flow/flow.ts'
import { compose } from './compose.ts'
import { type Composing, unlabelled } from './composing.ts'
import { big, flowOf, someMoves } from './flow.fixture.ts'

const [addresses, categories] = [6, 20]

/** Addresses 0 to 2 are labelled, of categories that lie far from each other. */
const composing: Composing = {
  categories,
  category: Uint8Array.from({ length: addresses }, (_, i) => [3, 12, 19][i] ?? unlabelled),
  initially: 0,
  unfunded: 2,
  fromNobody: moveKinds.map(() => 1),
}

test('in long flows, with all that can be in one, doubles and big integers tell the same', () => {
  const amount = fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 2 ** 42 }))
  const long = fc.array(someMoves(addresses, { amount }), { minLength: 4, maxLength: 12 })
  fc.assert(
    fc.property(long, (parts) => {
      const flow = flowOf(addresses, parts.flat())
      const [small, wide] = [compose(flow, composing), compose(big(flow), composing)]
      for (let address = 0; address < addresses; address++)
        for (let sort = 0; sort < categories; sort++)
          expect([small.direct(address, sort), small.indirect(address, sort)]).toEqual([
            wide.direct(address, sort),
            wide.indirect(address, sort),
          ])
    }),
  )
})
