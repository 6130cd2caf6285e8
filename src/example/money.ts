import { Books } from './books.ts'
import { dayMinutes } from './calendar.ts'
import { Dice } from './dice.ts'
import { seedOf } from './habits.ts'
import { launder } from './launder.ts'
import { Moves } from './moves.ts'
import { ownNumber, popularNumber } from './numbers.ts'
import { type Payee, Payouts } from './payouts.ts'
import { poison, poisoned, type Target } from './poison.ts'
import type { Ending, Purse } from './purses.ts'
import type { Rows } from './rows.ts'
import { payers } from './services.ts'
import type { Society } from './society.ts'
import { spend } from './spend.ts'

const purpose = { money: 3, payouts: 4 }

/** The purse of each ring, and how its money ends. */
export type Treasury = { readonly purses: readonly Purse[]; readonly endings: readonly Ending[] }

/** What moved, what exchanges paid out, and what is true of it. */
export type Money = { readonly moves: Moves; readonly payouts: Payouts; readonly books: Books }

/**
 * Moves of a stablecoin with six places: the platform pays accounts that have a wallet, and they move it
 * on. What rings are paid goes over 2 to 4 hops to a collector within 48 hours, less 10 to 30 % for a
 * facilitator (public cases), and on to an exchange, a mixer or a bridge; honest users cash out too, some
 * send money home. Exchanges pay out over a bank.
 */
export const moveMoney = (
  society: Society,
  { purses, endings }: Treasury,
  rows: Pick<Rows, 'numbersOf'>,
): Money => {
  const [moves, payouts, books] = [new Moves(), new Payouts(), new Books(purses.length)]
  const { seed, accounts } = society.parameters
  const dice = new Dice(0)
  const targets = new Map<number, Target>()
  for (let account = 0; account < accounts; account++) {
    const [wallet] = rows.numbersOf(account, 'wallet')
    if (wallet === undefined) continue
    dice.reseed(seedOf(seed, account, purpose.money))
    payouts.dice.reseed(seedOf(seed, account, purpose.payouts))
    const ring = society.ring[account] as number
    const [purse, ending] = [purses[ring], endings[ring]]
    const payee = ending?.payee ?? payeeOf(society, rows, account)
    const payer = popularNumber(payers.first + dice.below(payers.count))
    for (const at of payDays(society, dice, account)) {
      const paid = { at, wallet, amount: Math.round(dice.logNormal(4e8, 0.8)) }
      if (moves.add(at, payer, wallet, paid.amount)) books.add(ring, 'paid', paid.amount)
      if (!purse || !ending) {
        spend({ moves, payouts }, dice, { paid, account, payee })
        continue
      }
      const by = { ring, purse, ending }
      const cut = launder({ moves, payouts }, dice, { paid, by, books })
      const target = { at: cut.at, from: wallet, to: cut.wallet, amount: cut.amount }
      if (targets.size < poisoned && !targets.has(wallet)) targets.set(wallet, target)
    }
  }
  poison(moves, [...targets.values()])
  return { moves, payouts, books }
}

/** Everybody has a bank account, whether or not the platform knows it. */
const payeeOf = ({ states }: Society, rows: Pick<Rows, 'numbersOf'>, account: number): Payee => ({
  iban: rows.numbersOf(account, 'iban')[0] ?? ownNumber(account, 0),
  given: states.given[account] as number,
  family: states.family[account] as number,
})

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
