import { dayMinutes } from './calendar.ts'
import { cashOut, type Rails } from './cash-out.ts'
import type { Dice } from './dice.ts'
import { type Held, mixNotes } from './mixing.ts'
import { ownNumber, popularNumber } from './numbers.ts'
import type { Payee } from './payouts.ts'
import { bridges, shops } from './services.ts'

/** Wallets of one account beside the one that it is paid to: places of its own numbers. */
const ownPlace = { deposit: 8, second: 9, relative: 10 }

/** How many of those who keep what they earn mix it, and how many bring it to another chain. */
const hiding = { mixing: 0.05, bridging: 0.05 }

/** What honest users do: cash out at once or later, over a second wallet, share, buy, mix, or keep. */
export const spend = (
  rails: Rails,
  dice: Dice,
  {
    paid,
    account,
    payee,
  }: { readonly paid: Held; readonly account: number; readonly payee: Payee },
): void => {
  const { moves } = rails
  const roll = dice.unit()
  if (roll < 0.1) {
    keep(rails, paid, account)
    return
  }
  const later = (from: number): number => from + dice.between(30, 15 * dayMinutes)
  let { at, wallet, amount } = paid
  at = later(at)
  if (roll < 0.2) {
    moves.add(at, wallet, popularNumber(shops.first + dice.popular(shops.count)), amount)
    return
  }
  if (roll < 0.35) {
    const home = Math.round(amount * (0.1 + 0.3 * dice.unit()))
    moves.add(at, wallet, ownNumber(account, ownPlace.relative), home)
    amount -= home
    at = later(at)
  }
  if (roll > 0.85) {
    moves.add(at, wallet, ownNumber(account, ownPlace.second), amount)
    wallet = ownNumber(account, ownPlace.second)
    at = later(at)
  }
  const deposit = ownNumber(account, ownPlace.deposit)
  moves.add(at, wallet, deposit, amount)
  cashOut(rails, dice, { deposit: { at, wallet: deposit, amount }, payee })
}

const keep = ({ moves, payouts: { dice } }: Rails, paid: Held, account: number): void => {
  const roll = dice.unit()
  const held = { ...paid, at: paid.at + dice.between(30, 15 * dayMinutes) }
  if (roll < hiding.mixing)
    mixNotes(moves, dice, { held, behind: ownNumber(account, ownPlace.second) })
  else if (roll < hiding.mixing + hiding.bridging)
    moves.add(held.at, held.wallet, popularNumber(bridges.first), held.amount)
}
