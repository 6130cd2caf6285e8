import type { CaseLink, CasePattern, CaseTrail, FundsCase } from '../funds/index.ts'
import { parseIban } from '../identifiers/index.ts'
import { maskValue } from './mask.ts'

/**
 * What a case shows of money with the numbers of bank accounts masked, save those of others that a label
 * names, as services: addresses of a chain are public. Two accounts never look the same.
 */
export const maskMoney = (money: FundsCase): FundsCase => {
  const masked = new Map<string, string>()
  const taken = new Map<string, number>()
  const own = new Set(money.wallets.map(({ address }) => address))
  const isNamed = (address: string): boolean =>
    money.names[address] !== undefined && !own.has(address)
  const mask = (address: string): string => {
    if (isNamed(address) || !parseIban(address)) return address
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
  const row = <Row extends { readonly src: string; readonly dst: string | null }>(
    each: Row,
  ): Row => ({
    ...each,
    src: mask(each.src),
    dst: end(each.dst),
  })
  const maskLink = (link: CaseLink): CaseLink => {
    const { from, stop, to, paid_in, paid_out, proof } = link
    const said = [from, stop.address, to].reduce(
      (text, address) => text.replaceAll(address, mask(address)),
      link.says,
    )
    return {
      ...link,
      ...{ from: mask(from), stop: { ...stop, address: mask(stop.address) }, to: mask(to) },
      ...{ says: said, paid_in: paid_in.map(row), paid_out: paid_out.map(row) },
      ...{ proof: proof.map(row), labels: link.labels.map(maskLabel) },
      onward: link.onward && maskEnd(link.onward),
    }
  }
  const maskEnd = (holder: CaseTrail['ends'][number]) => ({
    ...holder,
    address: mask(holder.address),
    path: holder.path.map((step) => ({ ...step, src: end(step.src), dst: end(step.dst) })),
  })
  const maskLabel = (label: CaseLink['labels'][number]) => ({
    ...label,
    address: mask(label.address),
  })
  const maskPattern = (pattern: CasePattern): CasePattern => ({
    ...pattern,
    subject: mask(pattern.subject),
    addresses: pattern.addresses.map(mask),
    transfers: pattern.transfers.map((each) => ({
      ...each,
      src: end(each.src),
      dst: end(each.dst),
    })),
  })
  return {
    wallets: money.wallets.map((wallet) => ({ ...wallet, address: mask(wallet.address) })),
    trails: money.trails.map((trail) => ({
      ...trail,
      seeds: trail.seeds.map(mask),
      ends: trail.ends.map(maskEnd),
      patterns: trail.patterns.map(maskPattern),
      ways: trail.ways.map((way) => ({ ...way, src: end(way.src), dst: end(way.dst) })),
    })),
    links: money.links.map((each) => ({ ...each, links: each.links.map(maskLink) })),
    names: Object.fromEntries(
      Object.entries(money.names).map(([address, name]) => [mask(address), name]),
    ),
    units: money.units,
  }
}
