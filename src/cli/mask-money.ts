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
  const end = <End extends string | null>(address: End): End =>
    address === null ? address : (mask(address) as End)
  /** Both ends of anything that goes from one address to another. */
  const ends = <Row extends { readonly src: string | null; readonly dst: string | null }>(
    each: Row,
  ): Row => ({ ...each, src: end(each.src), dst: end(each.dst) })
  const maskLink = (link: CaseLink): CaseLink => {
    const { from, stop, to, paid_in, paid_out, proof } = link
    const said = [from, stop.address, to].reduce(
      (text, address) => text.replaceAll(address, mask(address)),
      link.says,
    )
    return {
      ...link,
      ...{ from: mask(from), stop: { ...stop, address: mask(stop.address) }, to: mask(to) },
      ...{ says: said, paid_in: paid_in.map(ends), paid_out: paid_out.map(ends) },
      ...{ proof: proof.map(ends), labels: link.labels.map(maskLabel) },
      onward: link.onward && maskEnd(link.onward),
    }
  }
  const maskEnd = (holder: CaseTrail['ends'][number]) => ({
    ...holder,
    address: mask(holder.address),
    path: holder.path.map(ends),
  })
  const maskLabel = (label: CaseLink['labels'][number]) => ({
    ...label,
    address: mask(label.address),
  })
  const maskPattern = (pattern: CasePattern): CasePattern => ({
    ...pattern,
    subject: mask(pattern.subject),
    addresses: pattern.addresses.map(mask),
    transfers: pattern.transfers.map(ends),
  })
  return {
    wallets: money.wallets.map((wallet) => ({ ...wallet, address: mask(wallet.address) })),
    trails: money.trails.map((trail) => ({
      ...trail,
      seeds: trail.seeds.map(mask),
      ends: trail.ends.map(maskEnd),
      patterns: trail.patterns.map(maskPattern),
      ways: trail.ways.map(ends),
    })),
    links: money.links.map((each) => ({ ...each, links: each.links.map(maskLink) })),
    names: Object.fromEntries(
      Object.entries(money.names).map(([address, name]) => [mask(address), name]),
    ),
    units: money.units,
  }
}
