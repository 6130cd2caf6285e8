import {
  addressKey,
  captionOf,
  type DesignatedEntity,
  type EntityId,
  entityId,
  type Label,
} from '../model/index.ts'
import type { Other } from './funds-case.ts'
import { thefts } from './thefts.ts'

/** The wallets of designations, as labels: what leaves or reaches one is followed for its owner. */
export const labelsOfDesignations = (
  designations: Iterable<DesignatedEntity>,
): readonly Label[] => {
  const labels: Label[] = []
  for (const { list, entity } of designations)
    for (const { prop, value, entity: of, place } of entity.statements)
      if (prop === 'publicKey')
        labels.push({
          address: value,
          kind: 'designated',
          category: 'sanction',
          label: captionOf(entity),
          source: `${list} ${entity.key}`,
          confidence: 100,
          actor: entity.id,
          place: `${of} ${place}`,
        })
  return labels
}

/** Published addresses of thefts, as labels: they are no stops, their value is followed on. */
export const labelsOfThefts = (): readonly Label[] =>
  thefts.flatMap(({ id, victim, addresses = [] }) =>
    addresses.map(({ address, source }) => ({
      address,
      kind: null,
      category: 'hacking',
      label: `theft from ${victim}`,
      source,
      confidence: 50,
      actor: `theft:${id}`,
      place: id,
    })),
  )

/** Thefts and designated owners that an address of the data belongs to, in the order of their ids. */
export const findOthers = (
  labels: readonly Label[],
  holds: (address: string) => boolean,
): readonly Other[] => {
  const others: Other[] = []
  for (const { id, victim, date, attributedBy, disputed, addresses = [] } of thefts) {
    const here = addresses.map(({ address }) => address).filter(holds)
    if (here.length > 0)
      others.push({
        kind: 'theft',
        id: entityId('theft', id),
        caption: `theft from ${victim} (${date})`,
        says: `Attributed to actors of the DPRK by ${attributedBy}${disputed ? `; disputed: ${disputed}` : ''}.`,
        addresses: here,
      })
  }
  const owners = new Map<EntityId, { -readonly [K in keyof Other]: Other[K] }>()
  const taken = new Set<string>()
  for (const { kind, address, actor, label, source } of labels) {
    const key = addressKey(address)
    if (kind !== 'designated' || taken.has(key) || !holds(address)) continue
    taken.add(key)
    const isListed = actor?.startsWith('designation:') === true
    const id = isListed ? (actor as EntityId) : entityId('designation', 'label', label)
    const owner = owners.get(id)
    if (owner) owner.addresses = [...owner.addresses, address]
    else
      owners.set(id, {
        kind: 'designated',
        id,
        caption: label,
        says: isListed ? `Designated: ${source}.` : `Called designated by ${source}.`,
        addresses: [address],
      })
  }
  return [...others, ...[...owners.values()].sort((a, b) => (a.id < b.id ? -1 : 1))]
}
