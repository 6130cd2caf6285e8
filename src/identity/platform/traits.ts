import { type Network, NetworkSet, parseNetwork, readObserved } from '../../identifiers/index.ts'
import type { ListedValue } from '../../model/index.ts'
import { isModel, toolMarkers } from '../flags/index.ts'
import { type Trait, traits } from './platform.ts'

/** Classes of networks; where lists disagree, the first says what an address is. */
const classes = ['vpn', 'hosting', 'mobile', 'residential'] as const

type TraitOf = (key: string) => Trait

/**
 * What operators' lists, numbering plans and reports on tools tell of a value, as its place in `traits`. A known
 * intermediary comes before all else, because it explains why many share a value.
 */
export const traitTeller = (
  listed: readonly ListedValue[],
): ((kind: string, key: string) => number) => {
  const between = new Map<string, Set<string>>()
  for (const { kind, value, known } of listed)
    if (known === 'intermediary')
      between.set(kind, (between.get(kind) ?? new Set()).add(readObserved(kind, value).key))
  const mail = mailTrait(listed)
  const tellers: Readonly<Record<string, TraitOf>> = {
    ip: networkTrait(listed),
    email: mail,
    recovery_email: mail,
    phone: (key) => readObserved('phone', key).line ?? 'none',
    process: toolTrait('process', listed),
    usb: toolTrait('usb', listed),
  }
  return (kind, key) => {
    if (between.get(kind)?.has(key)) return places.intermediary
    const trait = tellers[kind]?.(key)
    return trait === undefined ? 0 : places[trait]
  }
}

const places = Object.fromEntries(traits.map((trait, i) => [trait, i])) as Record<Trait, number>

const networkTrait = (listed: readonly ListedValue[]): TraitOf => {
  const sets = classes.map((known) => {
    const networks = listed
      .filter((each) => each.kind === 'network' && each.known === known)
      .map(({ value }) => parseNetwork(value) as Network)
    return [known, new NetworkSet(networks)] as const
  })
  const told = sets.filter(([, set]) => set.size > 0)
  return (key) => told.find(([, set]) => set.has(key))?.[0] ?? 'none'
}

/** Many have the same tool: that two do says nothing of who they are; that they have one model says little. */
const toolTrait = (kind: string, listed: readonly ListedValue[]): TraitOf => {
  const markers = toolMarkers(listed).filter(({ kinds }) => kinds.includes(kind))
  return (key) => {
    if (markers.some(({ tell }) => typeof tell(kind, key) === 'string')) return 'known_tool'
    return kind === 'usb' && isModel(key) ? 'model' : 'none'
  }
}

/** A list names domains; all below them are meant too. */
const mailTrait = (listed: readonly ListedValue[]): TraitOf => {
  const domains = new Set(
    listed.filter(({ kind }) => kind === 'mail_domain').map(({ value }) => value),
  )
  return (key) => {
    let domain = key.slice(key.lastIndexOf('@') + 1)
    while (domain.includes('.')) {
      if (domains.has(domain)) return 'disposable'
      domain = domain.slice(domain.indexOf('.') + 1)
    }
    return 'none'
  }
}
