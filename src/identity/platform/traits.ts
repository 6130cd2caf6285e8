import { type Network, NetworkSet, parseNetwork, readObserved } from '../../identifiers/index.ts'
import type { ListedValue } from '../../sources/index.ts'
import { type Trait, traits } from './platform.ts'

/** Classes of networks; where lists disagree, the first says what an address is. */
const classes = ['vpn', 'hosting', 'mobile', 'residential'] as const

type TraitOf = (key: string) => Trait

/**
 * What operators' lists and numbering plans tell of a value, as its place in `traits`. A known
 * intermediary comes before all else, because it explains why many share a value.
 */
export const traitTeller = (
  listed: readonly ListedValue[],
): ((kind: string, key: string) => number) => {
  const between = new Set(
    listed
      .filter(({ known }) => known === 'intermediary')
      .map(({ kind, value }) => `${kind} ${readObserved(kind, value).key}`),
  )
  const mail = mailTrait(listed)
  const tellers: Readonly<Record<string, TraitOf>> = {
    ip: networkTrait(listed),
    email: mail,
    recovery_email: mail,
    phone: (key) => readObserved('phone', key).line ?? 'none',
  }
  return (kind, key) => {
    const trait = between.has(`${kind} ${key}`) ? 'intermediary' : tellers[kind]?.(key)
    return traits.indexOf(trait ?? 'none')
  }
}

const networkTrait = (listed: readonly ListedValue[]): TraitOf => {
  const sets = classes.map((known) => {
    const networks = listed
      .filter((each) => each.kind === 'network' && each.known === known)
      .map(({ value }) => parseNetwork(value) as Network)
    return [known, new NetworkSet(networks)] as const
  })
  return (key) => sets.find(([, set]) => set.has(key))?.[0] ?? 'none'
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
