import type { Moves } from './moves.ts'

/** A payment that poisoners have seen: who paid, to whom and how much. */
export type Target = {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly amount: number
}

/** How many wallets of rings are poisoned. */
export const poisoned = 2

/**
 * What poisoners send after a payment, in the hope that its sender copies the wrong address next time:
 * nothing at all to an address that looks like the payee's, and as much as was paid of a token of their
 * own, which names the sender and which he never signed.
 */
export const poison = (moves: Moves, targets: readonly Target[]): void => {
  targets.forEach(({ at, from, to, amount }, place) => {
    moves.add(at + 3, from, -to, 0)
    moves.add(at + 4, from, -to, amount, place + 1)
    moves.add(at + 60, -to, from, amount, place + 1)
  })
}
