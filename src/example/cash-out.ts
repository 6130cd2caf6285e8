import { dayMinutes } from './calendar.ts'
import { type Dice, mix } from './dice.ts'
import type { Held } from './mixing.ts'
import type { Moves } from './moves.ts'
import { popularNumber } from './numbers.ts'
import type { Payee, Payouts } from './payouts.ts'
import { exchanges } from './services.ts'

/** Where money moves: on the chain, and at the bank of exchanges. */
export type Rails = { readonly moves: Moves; readonly payouts: Payouts }

/** What an exchange took in, and the cents that its bank paid out for it. */
export type Cashed = { readonly swept: number; readonly cents: number }

/** An exchange sweeps a deposit address of its own into its wallet, and pays out to a bank account. */
export const cashOut = (
  { moves, payouts }: Rails,
  dice: Dice,
  { deposit: { at, wallet, amount }, payee }: { readonly deposit: Held; readonly payee: Payee },
): Cashed => {
  const exchange = mix(wallet, 41, 0) % exchanges.count
  const swept = at + dice.between(30, dayMinutes)
  if (!moves.add(swept, wallet, popularNumber(exchanges.first + exchange), amount))
    return { swept: 0, cents: 0 }
  return { swept: amount, cents: payouts.pay({ at: swept, exchange, amount }, payee) }
}
