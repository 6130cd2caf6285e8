import type { Platform } from '../platform/platform.ts'
import type { AccountFlags } from './account-flags.ts'
import { isTold, toldFlags } from './flag-cards.ts'
import { accountFlags } from './table.ts'

/** A value that raises a flag at an account, and the row that says so. */
export type Raised = {
  readonly account: string
  readonly kind: string
  readonly value: string
  /** What the value is found to be, as the tool that a program belongs to; null where nothing is said. */
  readonly name: string | null
  readonly source: number
  readonly row: number
}

/**
 * A flag at the accounts of a ring, by its name in the table. It stands beside the ring's bits and is no
 * part of them.
 */
export type RingFlag = {
  readonly flag: string
  /** Accounts that show it, that were looked at and do not, and of which the data says too little. */
  readonly accounts: number
  readonly not_seen: number
  readonly not_evaluable: number
  readonly seen: readonly Raised[]
}

/**
 * Tells the flags of groups of accounts, ascending: each flag that the data can tell of any account of
 * the platform, whether the group shows it or not.
 */
export const flagTeller = (
  { accounts }: Platform,
  flags: AccountFlags,
): ((members: Iterable<number>) => readonly RingFlag[]) => {
  const { looked, raised } = flags
  const onPlatform = toldFlags(flags)
  const told = accountFlags.map((_, f) => f).filter((f) => isTold(onPlatform, f))
  return (members) => {
    const own = [...members]
    const rows = own.flatMap((account) => rowsOf(raised.account, account))
    return told.map((f) => {
      const at = rows.filter((row) => raised.flag[row] === f)
      const showing = new Set(at.map((row) => raised.account[row] as number))
      const quiet = own.filter((account) => !showing.has(account))
      const seen = quiet.filter((account) => isTold(looked[account] as number, f))
      return {
        flag: accountFlags[f]?.id as string,
        accounts: showing.size,
        not_seen: seen.length,
        not_evaluable: quiet.length - seen.length,
        seen: at.map((row) => ({
          account: accounts[raised.account[row] as number] as string,
          kind: raised.kind[row] as string,
          value: raised.value[row] as string,
          name: raised.name[row] || null,
          source: raised.source[row] as number,
          row: raised.row[row] as number,
        })),
      }
    })
  }
}

/** Places of an account in an ascending list of accounts. */
const rowsOf = (list: Uint32Array, account: number): readonly number[] => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) < account) low = middle + 1
    else high = middle
  }
  const rows: number[] = []
  for (let at = low; list[at] === account; at++) rows.push(at)
  return rows
}
