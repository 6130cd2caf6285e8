import type { FundsCase } from '../funds/index.ts'
import { parseIban } from '../identifiers/index.ts'
import { maskValue } from './mask.ts'

/**
 * What a case shows of money with the numbers of bank accounts masked, save those of services: addresses
 * of a chain are public. Two accounts never look the same.
 */
export const maskMoney = (money: FundsCase): FundsCase => {
  const masked = new Map<string, string>()
  const taken = new Map<string, number>()
  const mask = (address: string): string => {
    if (money.names[address] !== undefined || !parseIban(address)) return address
    const before = masked.get(address)
    if (before !== undefined) return before
    const short = maskValue(address)
    const count = (taken.get(short) ?? 0) + 1
    taken.set(short, count)
    const shown = count === 1 ? short : `${short} (${count})`
    masked.set(address, shown)
    return shown
  }
  const end = (address: string | null): string | null => (address === null ? null : mask(address))
  return {
    wallets: money.wallets.map((wallet) => ({ ...wallet, address: mask(wallet.address) })),
    trails: money.trails.map((trail) => ({
      ...trail,
      seeds: trail.seeds.map(mask),
      ends: trail.ends.map((holder) => ({
        ...holder,
        address: mask(holder.address),
        path: holder.path.map((step) => ({ ...step, src: end(step.src), dst: end(step.dst) })),
      })),
      ways: trail.ways.map((way) => ({ ...way, src: end(way.src), dst: end(way.dst) })),
    })),
    payouts: money.payouts.map((payout) => ({ ...payout, dst: mask(payout.dst) })),
    names: money.names,
  }
}
