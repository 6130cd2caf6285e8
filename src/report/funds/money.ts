import { type Markup, markup } from '../../figures/index.ts'
import { type CaseTrail, type FundsCase, type Payout, unitOf } from '../../funds/index.ts'
import { addressKey, type Evidence, type Finding } from '../../model/index.ts'
import type { Context } from '../report.ts'
import { drawWide } from '../scroll.ts'
import { drawText } from '../value.ts'
import { counted, fileName, toLabel } from '../words.ts'
import { type AmountWriter, writerOf } from './amounts.ts'
import type { Telling } from './telling.ts'
import { describeTimes } from './times.ts'
import { drawTrail } from './trail.ts'

const trailOf = (finding: Finding, { trails }: FundsCase): CaseTrail | undefined =>
  trails.find((trail) => trail.finding === finding.id)

/** What a finding of money says, in a few words. */
export const headMoney = (finding: Finding, money: FundsCase): string => {
  const { claim, weight } = finding
  const other = trailOf(finding, money)?.other
  if (claim === 'uses_address' && weight.kind === 'graded')
    return `Names an ${weight.label} as its own`
  if (claim === 'paid_out')
    return `Paid by ${servicesOf(finding).join(', ')}, to which value of this case had come before`
  if (!other) return 'Where value of the addresses of this case went'
  return claim === 'received_value'
    ? `Value of ${nameOther(other)} came to addresses of this case`
    : `Value of addresses of this case came to ${nameOther(other)}`
}

/** A theft is told by what was robbed, an owner by name. */
const nameOther = ({ kind, caption }: Exclude<CaseTrail['other'], null>): string =>
  kind === 'theft' ? `the ${caption}` : caption

const servicesOf = ({ evidence }: Finding): readonly string[] => [
  ...new Set(evidence.flatMap(({ left }) => left ?? [])),
]

/** Names of addresses: whose wallet each is, what labels say. */
const nameIn = ({ wallets, names }: FundsCase): Telling['nameOf'] => {
  const owners = new Map(
    wallets.map(({ address, kind, holders }) => {
      const [first, ...more] = holders
      const who = more.length > 0 ? counted(holders.length, 'account') : `account ${first}`
      return [addressKey(address), `${toLabel(kind).toLowerCase()} of ${who}`] as const
    }),
  )
  const labels = new Map(
    Object.entries(names).map(([address, name]) => [addressKey(address), name]),
  )
  return (address) => owners.get(addressKey(address)) ?? labels.get(addressKey(address))
}

const drawCaseTrail = (
  { other, ...trail }: CaseTrail,
  money: FundsCase,
  { anchor, context }: { readonly anchor: string; readonly context: Context },
): Markup => {
  const own = counted(trail.seeds.length, 'address', 'addresses')
  const telling: Telling = {
    anchor,
    policy: 'haircut',
    seeds: other ? `addresses of ${nameOther(other)}` : `the ${own} of this case`,
    partial: other !== null,
    nameOf: nameIn(money),
    alike: new Map(),
    fileOf: (source) => fileName(context.sources.get(source)?.path ?? source),
  }
  return markup`${other ? markup`<p>${other.says}</p>\n` : undefined}${drawTrail(trail, telling)}`
}

const drawUse = ({ left, right, how, innocent }: Evidence): Markup =>
  markup`<li>${drawText(left ?? '')}: <code class="whole-address">${right}</code> ${how} <small>${innocent}</small></li>\n`

const drawPayout = (payout: Payout, context: Context): Markup => {
  const { service, src, dst, asset, amount, time, tx, source, row } = payout
  const write = writerOfAsset(asset)
  const file = fileName(context.sources.get(source)?.path ?? source)
  return markup`<tr><td>${time === null ? 'unknown' : describeTimes(time, time)}</td><td><b>${service}</b> <code class="whole-address">${src}</code></td><td><code class="whole-address">${dst}</code></td><td class="number">${write.exact(BigInt(amount))}</td><td>${tx ? markup`<code>${tx}</code> ` : undefined}<code class="place">${file} row:${row}</code></td></tr>\n`
}

/** Payments across a stop, which are links and no traced value. */
const drawPayouts = (finding: Finding, { payouts }: FundsCase, context: Context): Markup => {
  const { weight } = finding
  if (weight.kind !== 'amount') return markup``
  const services = servicesOf(finding)
  const own = payouts.filter(
    ({ asset, service }) => asset === weight.asset && services.includes(service),
  )
  const sum = writerOfAsset(weight.asset).exact(weight.amount)
  return markup`<p>A link across a stop, and no traced value: a service pays all its customers from one account, and who paid in may not be who was paid. The service can say who they are.</p>
<details><summary>${counted(own.length, 'payment')}, ${sum} in all</summary>${drawWide('Payments', markup`<table class="ways"><caption>Payments after value of this case had come to the service</caption><thead><tr><th scope="col">When (UTC)</th><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Amount</th><th scope="col">Row</th></tr></thead><tbody>${own.map((each) => drawPayout(each, context))}</tbody></table>`)}</details>
`
}

/** How amounts of an asset are written that no trail speaks of. */
const writerOfAsset = (asset: string): AmountWriter => {
  const unit = unitOf(asset)
  return writerOf({ asset, symbol: unit?.symbol ?? null, decimals: unit?.decimals ?? null })
}

/** Addresses that a case is about, and who was seen with each. */
export const drawWallets = ({ wallets }: FundsCase): Markup =>
  markup`<details><summary>${counted(wallets.length, 'address', 'addresses')} of this case</summary><ul>${wallets.map(({ address, kind, holders }) => markup`<li>${toLabel(kind)} <code class="whole-address">${address}</code> <small>seen with ${holders.map((holder, i) => markup`${i > 0 ? ', ' : ''}${drawText(holder)}`)}</small></li>\n`)}</ul></details>
`

/** A finding of money: a trail with its pictures, an address that is named, payments of a service. */
export const drawMoney = (
  finding: Finding,
  money: FundsCase,
  place: { readonly anchor: string; readonly context: Context },
): Markup => {
  const trail = trailOf(finding, money)
  const uses = finding.claim === 'uses_address'
  return markup`<section class="match" id="${place.anchor}">
<h4>${headMoney(finding, money)}</h4>
${trail && drawCaseTrail(trail, money, place)}${uses ? markup`<ul>${finding.evidence.map(drawUse)}</ul>` : undefined}${finding.claim === 'paid_out' ? drawPayouts(finding, money, place.context) : undefined}</section>
`
}
