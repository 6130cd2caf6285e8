import { dayMinutes } from './calendar.ts'
import { Dice, mix } from './dice.ts'
import { popularNumber, seedOf } from './habits.ts'
import { Moves } from './moves.ts'
import type { PlantedRing } from './rings.ts'
import type { Rows } from './rows.ts'
import { ownNumber, type Society } from './society.ts'
import { things } from './things.ts'

const purpose = 3

/** Wallets of a platform's own and of exchanges, by place among each. */
const payers = { first: 1_000_000, count: 3 }
const exchanges = { first: 1_000_100, count: 8 }
const shops = { first: 1_000_200, count: 200 }

export type LabelRow = { readonly address: string; readonly kind: string; readonly label: string }

/** Labels of the wallets that serve everybody, as a list of known services has them. */
export function* labelServices(seed: number): Generator<LabelRow> {
  for (const [{ first, count }, name] of [
    [payers, 'Example Platform'],
    [exchanges, 'Example Exchange'],
  ] as const)
    for (let place = 0; place < count; place++)
      yield {
        address: things.wallet.text(seed, popularNumber(first + place)),
        kind: 'service',
        label: `${name} ${place + 1}`,
      }
}

/** Wallets of one account beside the one that it is paid to: places of its own numbers. */
const ownPlace = { deposit: 8, second: 9, relative: 10 }

/** What a ring keeps for all its personas: wallets on the way, where they end, and who takes a cut. */
export type Purse = {
  readonly mules: readonly number[]
  readonly collector: number
  readonly deposit: number
  readonly cuts: readonly number[]
}

type Payment = { readonly at: number; readonly to: number; readonly amount: number }

/**
 * Moves of a stablecoin with six places: the platform pays accounts that have a wallet, and they move it
 * on. What rings are paid goes over 2 to 4 hops to a collector and on to an exchange within 48 hours,
 * less 10 to 30 % for a facilitator (public cases); honest users cash out too, some send money home.
 */
export const moveMoney = (
  society: Society,
  purses: readonly Purse[],
  rows: Pick<Rows, 'numbersOf'>,
): Moves => {
  const moves = new Moves()
  const { seed, accounts } = society.parameters
  const dice = new Dice(0)
  for (let account = 0; account < accounts; account++) {
    const [to] = rows.numbersOf(account, 'wallet')
    if (to === undefined) continue
    dice.reseed(seedOf(seed, account, purpose))
    const purse = purses[society.ring[account] as number]
    const payer = popularNumber(payers.first + dice.below(payers.count))
    for (const at of payDays(society, dice, account)) {
      const payment = { at, to, amount: Math.round(dice.logNormal(4e8, 0.8)) }
      moves.add(at, payer, to, payment.amount)
      if (purse) launder(moves, dice, { payment, purse })
      else spend(moves, dice, { payment, account })
    }
  }
  return moves
}

/** The careless use two wallets on the way all the time, the strict very many. */
export const openPurse = (society: Society, { care }: PlantedRing): Purse => {
  const many = (count: number): readonly number[] =>
    Array.from({ length: count }, () => society.fresh())
  const [mules, cuts] = [many(2 * 4 ** care), many(2)]
  return { mules, cuts, collector: society.fresh(), deposit: society.fresh() }
}

/** About every six weeks while an account is in use, eight times at most. */
const payDays = ({ created, ended }: Society, dice: Dice, account: number): readonly number[] => {
  const days: number[] = []
  let at = created[account] as number
  while (days.length < 8) {
    at += Math.round(dice.logNormal(42, 0.5) * dayMinutes)
    if (at >= (ended[account] as number)) break
    days.push(at)
  }
  return days
}

const sweep = (moves: Moves, dice: Dice, { at, to, amount }: Payment): void => {
  const exchange = popularNumber(exchanges.first + (mix(to, 41, 0) % exchanges.count))
  moves.add(at + dice.between(30, dayMinutes), to, exchange, amount)
}

/** Four steps of at most eight hours, and the exchange at last: within 48 hours of the payment. */
const launder = (
  moves: Moves,
  dice: Dice,
  { payment, purse }: { readonly payment: Payment; readonly purse: Purse },
): void => {
  const step = (): number => dice.between(10, 8 * 60)
  const pick = (wallets: readonly number[]): number => wallets[dice.below(wallets.length)] as number
  let { at, to } = payment
  const cut = Math.round(payment.amount * (0.1 + 0.2 * dice.unit()))
  at += step()
  moves.add(at, to, pick(purse.cuts), cut)
  const amount = payment.amount - cut
  for (let hop = dice.between(2, 4); hop > 0; hop--) {
    const next = hop === 1 ? purse.collector : pick(purse.mules)
    at += step()
    moves.add(at, to, next, amount)
    to = next
  }
  at += step()
  moves.add(at, to, purse.deposit, amount)
  sweep(moves, dice, { at, to: purse.deposit, amount })
}

/** What honest users do: cash out at once or later, over a second wallet, share, buy, or keep. */
const spend = (
  moves: Moves,
  dice: Dice,
  { payment, account }: { readonly payment: Payment; readonly account: number },
): void => {
  const roll = dice.unit()
  if (roll < 0.1) return
  const later = (from: number): number => from + dice.between(30, 15 * dayMinutes)
  let { at, to, amount } = payment
  at = later(at)
  if (roll < 0.2) {
    moves.add(at, to, popularNumber(shops.first + dice.popular(shops.count)), amount)
    return
  }
  if (roll < 0.35) {
    const home = Math.round(amount * (0.1 + 0.3 * dice.unit()))
    moves.add(at, to, ownNumber(account, ownPlace.relative), home)
    amount -= home
    at = later(at)
  }
  if (roll > 0.85) {
    moves.add(at, to, ownNumber(account, ownPlace.second), amount)
    to = ownNumber(account, ownPlace.second)
    at = later(at)
  }
  const deposit = ownNumber(account, ownPlace.deposit)
  moves.add(at, to, deposit, amount)
  sweep(moves, dice, { at, to: deposit, amount })
}
