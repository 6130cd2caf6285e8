import type { Books } from './books.ts'
import { cashOut, type Rails } from './cash-out.ts'
import type { Dice } from './dice.ts'
import { type Held, mixNotes } from './mixing.ts'
import { popularNumber } from './numbers.ts'
import type { Ending, Exit, Purse } from './purses.ts'
import { bridges, designated } from './services.ts'

/** A ring by its place, with what it keeps for its personas and how its money ends. */
export type Launderer = { readonly ring: number; readonly purse: Purse; readonly ending: Ending }

/** One part in five of what is collected is for somebody who is on a list, where a ring pays him. */
const tribute = 5

/** Minutes of a step: at most eight hours, so that all steps end within 48 hours of the payment. */
const step = (dice: Dice): number => dice.between(10, 8 * 60)

const pick = (dice: Dice, wallets: readonly number[]): number =>
  wallets[dice.below(wallets.length)] as number

/**
 * What a ring does with a payment at a persona's wallet: 10 to 30 % are for a facilitator (public cases),
 * the rest goes over 2 to 4 hops to a collector, and to where the ring's money ends. Tells the cut's move.
 */
export const launder = (
  rails: Rails,
  dice: Dice,
  { paid, by, books }: { readonly paid: Held; readonly by: Launderer; readonly books: Books },
): Held => {
  const { moves } = rails
  const { ring, purse } = by
  const cut = Math.round(paid.amount * (0.1 + 0.2 * dice.unit()))
  let { at, wallet } = paid
  at += step(dice)
  const taken = { at, wallet: pick(dice, purse.cuts), amount: cut }
  if (moves.add(at, wallet, taken.wallet, cut)) books.add(ring, 'cuts', cut)
  const amount = paid.amount - cut
  for (let hop = dice.between(2, 4); hop > 0; hop--) {
    const next = hop === 1 ? purse.collector : pick(dice, purse.mules)
    at += step(dice)
    moves.add(at, wallet, next, amount)
    wallet = next
  }
  at += step(dice)
  end(rails, dice, { held: { at, wallet, amount }, by, books })
  return taken
}

type Collected = { readonly held: Held; readonly by: Launderer; readonly books: Books }

/** Sends what is collected to where the ring's money ends. */
const end = (rails: Rails, dice: Dice, { held, by, books }: Collected): void => {
  const { ring, ending } = by
  const part = ending.pays ? Math.floor(held.amount / tribute) : 0
  if (ending.pays && rails.moves.add(held.at, held.wallet, popularNumber(designated.first), part))
    books.add(ring, 'to_designated', part)
  exits[ending.exit](rails, dice, { held: { ...held, amount: held.amount - part }, by, books })
}

const exits: Readonly<
  Record<Exit, (rails: Rails, dice: Dice, { held, by, books }: Collected) => void>
> = {
  exchange: (rails, dice, { held, by, books }) => {
    const swept = deposit(rails, dice, { held, by, books }, by.purse.deposit)
    books.add(by.ring, 'to_exchange', swept)
  },
  mixer: (rails, _, { held, by, books }) => {
    const { moves, payouts } = rails
    const { dice } = payouts
    const { wallets, deposit: last } = by.ending.behind
    const { mixed, out } = mixNotes(moves, dice, { held, behind: pick(dice, wallets) })
    books.add(by.ring, 'to_mixer', mixed)
    const after = { ...out, at: out.at + step(dice) }
    if (out.amount > 0) deposit(rails, dice, { held: after, by, books }, last)
  },
  bridge: ({ moves }, _, { held: { at, wallet, amount }, by, books }) => {
    if (moves.add(at, wallet, popularNumber(bridges.first), amount))
      books.add(by.ring, 'to_bridge', amount)
  },
}

/** Brings value to a deposit address, and tells how much of it an exchange then took in. */
const deposit = (
  rails: Rails,
  dice: Dice,
  { held: { at, wallet, amount }, by, books }: Collected,
  to: number,
): number => {
  rails.moves.add(at, wallet, to, amount)
  const { swept, cents } = cashOut(rails, dice, {
    deposit: { at, wallet: to, amount },
    payee: by.ending.payee,
  })
  books.add(by.ring, 'payout', cents)
  return swept
}
