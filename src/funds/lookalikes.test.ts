import { expect, test } from 'vitest'
import { findLookalikes, type Lookalike } from './lookalikes.ts'
import { type MovedRow, withMoves } from './moved.fixture.ts'

const address = (start: string, end: string, filling = '0'): string =>
  `0x${start}${filling.repeat(40 - start.length - end.length)}${end}`

const move = (src: string, dst: string, amount: number, asset = 'X'): MovedRow => ({
  at: null,
  src,
  dst,
  amount,
  asset,
})

const lookalikesOf = (moved: readonly MovedRow[]): Promise<readonly Lookalike[]> =>
  withMoves(moved, (engine) => findLookalikes(engine))

test('an address that agrees in first and last digits is told, the one that moved value is not', async () => {
  const [payer, payee] = [address('111', '2222'), address('abc', 'def0')]
  const counterfeit = address('bad', '0000')
  const lookalikes = await lookalikesOf([
    move(payer, payee, 100),
    move(payer, address('abc', 'def0', '7'), 100, counterfeit),
    move(payer, address('ABC', 'DEF0', '8'), 0),
    move(payer, address('abc', 'def1'), 5),
    move(payer, address('abd', 'def0'), 5),
  ])
  expect(lookalikes).toEqual([
    { address: payee, of: null },
    { address: address('abc', 'def0', '7'), of: payee },
    { address: address('abc', 'def0', '8'), of: payee },
  ])
})

test('names of accounts at a bank are none', async () => {
  expect(await lookalikesOf([move('abc0def0', 'abc1def0', 1)])).toEqual([])
})
