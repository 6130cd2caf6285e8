import type { HeldMoney } from './held.ts'
import { meet } from './meet.ts'
import { type Link, linkRules } from './rules/link-rules.ts'
import type { Holder } from './trace.ts'

/** What a link says came out, where it first came to an address of somebody who is asked about. */
export type Onward = {
  readonly link: Link
  readonly asset: string
  /** Its path begins with a transfer out of the stop. */
  readonly holder: Holder
}

/**
 * Follows what links say came out to addresses that nobody is said to hold, until it first comes to one that
 * somebody does. Weak links are not followed: they fit too many.
 */
export const followOn = (
  { ground, wallets }: HeldMoney,
  links: readonly Link[],
): readonly Onward[] => {
  const byMove = new Map<number, Link>()
  for (const link of links)
    if (!wallets.has(link.to) && linkRules.get(link.kind)?.strength !== 'weak')
      for (const { move } of link.paidOut) if (!byMove.has(move)) byMove.set(move, link)
  if (byMove.size === 0) return []
  const followed = { seedMoves: new Set(byMove.keys()), ends: wallets.keys(), backward: false }
  return meet(ground, followed).flatMap(({ trace: { asset }, holders }) =>
    holders.flatMap((holder) => {
      const link = byMove.get(holder.path[0]?.move ?? -1)
      return link ? [{ link, asset, holder }] : []
    }),
  )
}
