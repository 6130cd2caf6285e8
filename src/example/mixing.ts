import { dayMinutes } from './calendar.ts'
import type { Dice } from './dice.ts'
import type { Moves } from './moves.ts'
import { popularNumber } from './numbers.ts'
import { mixers } from './services.ts'

/** Value at a wallet from a moment on. */
export type Held = { readonly at: number; readonly wallet: number; readonly amount: number }

/**
 * Puts value into the pools of a mixer note by note, and takes each note out to another wallet hours to
 * days later. What is less than a note stays. Tells what went in, and what came out and when the last did.
 */
export const mixNotes = (
  moves: Moves,
  dice: Dice,
  { held, behind }: { readonly held: Held; readonly behind: number },
): { readonly mixed: number; readonly out: Held } => {
  let { at, amount } = held
  let mixed = 0
  const out = { at, wallet: behind, amount: 0 }
  for (const { place, note } of mixers)
    for (; amount >= note; amount -= note) {
      const pool = popularNumber(place)
      at += dice.between(2, 30)
      if (moves.add(at, held.wallet, pool, note)) mixed += note
      const later = at + dice.between(360, 6 * dayMinutes)
      if (!moves.add(later, pool, behind, note)) continue
      out.amount += note
      out.at = Math.max(out.at, later)
    }
  return { mixed, out }
}
