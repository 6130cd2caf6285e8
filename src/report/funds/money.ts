import { type Markup, markup } from '../../figures/index.ts'
import type { CaseLinks, CaseTrail, FundsCase } from '../../funds/index.ts'
import { addressKey, type Evidence, type Finding } from '../../model/index.ts'
import type { Context } from '../report.ts'
import { drawText } from '../value.ts'
import { counted, fileName, toLabel } from '../words.ts'
import { drawCrossed, nameStops } from './crossed.ts'
import { drawPatterns } from './patterns.ts'
import type { Telling } from './telling.ts'
import { drawTrail } from './trail.ts'

const trailOf = (finding: Finding, { trails }: FundsCase): CaseTrail | undefined =>
  trails.find((trail) => trail.finding === finding.id)

/** What a finding of money says, in a few words. */
export const headMoney = (finding: Finding, money: FundsCase): string => {
  const { claim, weight } = finding
  const other = trailOf(finding, money)?.other
  if (claim === 'uses_address' && weight.kind === 'graded')
    return `Names an ${weight.label} as its own`
  const links = linksOf(finding, money)
  if (links) return headLinks(links)
  if (!other) return 'Where value of the addresses of this case went'
  return claim === 'received_value'
    ? `Value of ${nameOther(other)} came to addresses of this case`
    : `Value of addresses of this case came to ${nameOther(other)}`
}

const linksOf = (finding: Finding, { links }: FundsCase): CaseLinks | undefined =>
  links.find((each) => each.finding === finding.id)

const headLinks = (links: CaseLinks): string => {
  const stops = nameStops(links)
  return links.other
    ? `Value of ${nameOther(links.other)} may have come to addresses of this case across ${stops}`
    : `Addresses of this case were paid by ${stops}, to which its value had come before`
}

/** A theft is told by what was robbed, an owner by name. */
const nameOther = ({ kind, caption }: Exclude<CaseTrail['other'], null>): string =>
  kind === 'theft' ? `the ${caption}` : caption

/** Names of addresses: whose wallet each is, what labels say. */
const nameIn = ({ wallets, names }: FundsCase): Telling['nameOf'] => {
  const owners = new Map(
    wallets.map(({ address, kind, holders }) => {
      const [first, ...more] = holders
      const who = more.length > 0 ? counted(holders.length, 'account') : `account ${first}`
      const word = toLabel(kind)
      const isShort = word === word.toUpperCase()
      return [addressKey(address), `${isShort ? word : word.toLowerCase()} of ${who}`] as const
    }),
  )
  const labels = new Map(
    Object.entries(names).map(([address, name]) => [addressKey(address), name]),
  )
  return (address) => owners.get(addressKey(address)) ?? labels.get(addressKey(address))
}

const drawCaseTrail = (
  trail: CaseTrail,
  money: FundsCase,
  { anchor, context }: { readonly anchor: string; readonly context: Context },
): Markup => {
  const { other } = trail
  const own = counted(trail.seeds.length, 'address', 'addresses')
  const telling: Telling = {
    anchor,
    policy: 'haircut',
    seeds: other ? `addresses of ${nameOther(other)}` : `the ${own} of this case`,
    partial: other !== null,
    nameOf: nameIn(money),
    alike: new Map(),
    fileOf: fileIn(context),
  }
  return markup`${other ? markup`<p>${other.says}</p>\n` : undefined}${drawTrail(trail, telling)}${drawPatterns(trail, telling)}`
}

const fileIn =
  ({ sources }: Context): Telling['fileOf'] =>
  (source) =>
    fileName(sources.get(source)?.path ?? source)

const drawUse = ({ left, right, how, innocent }: Evidence): Markup =>
  markup`<li>${drawText(left ?? '')}: <code class="whole-address">${right}</code> ${how} <small>${innocent}</small></li>\n`

/** Addresses that a case is about, and who was seen with each. */
export const drawWallets = ({ wallets }: FundsCase): Markup =>
  markup`<details><summary>${counted(wallets.length, 'address', 'addresses')} of this case</summary><ul>${wallets.map(({ address, kind, holders }) => markup`<li>${toLabel(kind)} <code class="whole-address">${address}</code> <small>seen with ${holders.map((holder, i) => markup`${i > 0 ? ', ' : ''}${drawText(holder)}`)}</small></li>\n`)}</ul></details>
`

/** A finding of money: a trail with its pictures, an address that is named, links across stops. */
export const drawMoney = (
  finding: Finding,
  money: FundsCase,
  place: { readonly anchor: string; readonly context: Context },
): Markup => {
  const trail = trailOf(finding, money)
  const links = linksOf(finding, money)
  const drawing = { nameOf: nameIn(money), fileOf: fileIn(place.context), units: money.units }
  const uses = finding.claim === 'uses_address'
  return markup`<section class="match" id="${place.anchor}">
<h4>${headMoney(finding, money)}</h4>
${trail && drawCaseTrail(trail, money, place)}${uses ? markup`<ul>${finding.evidence.map(drawUse)}</ul>` : undefined}${links && drawCrossed(finding, links, drawing)}</section>
`
}
