import {
  Description,
  type Entity,
  entityId,
  type Placed,
  type Said,
  type Schema,
  type Source,
} from '../../model/index.ts'
import type { ListId } from '../reader.ts'

/** OFAC's types of parties in the CSV (`sdn_type`) and in the XML (`sdnType`), in lower case. */
const schemata: Readonly<Record<string, Schema>> = {
  individual: 'Person',
  entity: 'Organization',
  '': 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
}

/** The schema of a party's type, undefined where OFAC has no such type. */
export const toSchema = (type: string): Schema | undefined => schemata[type.toLowerCase()]

/** A party on the way: what is said of it, and what will be said of its designation. */
export type Party = {
  readonly uid: string
  readonly entry: Description
  readonly sanction: Said[]
}

export type Opening = {
  readonly list: ListId
  readonly source: Source
  readonly uid: Placed
  /** An unknown type is some legal entity. */
  readonly schema: Schema | undefined
}

export const openParty = ({ list, source, uid, schema }: Opening): Party => ({
  uid: uid.value,
  entry: new Description(entityId('designation', list, uid.value), schema ?? 'LegalEntity', {
    source: source.id,
    learned: source.learned,
    owner: uid,
  }),
  sanction: [['authorityId', uid]],
})

/** Says the designation itself, whose facts are known only when the whole party has been read. */
export const closeParty = (party: Party, uid: Placed): Entity => {
  party.entry.part('sanction', 'Sanction', uid, party.sanction)
  return party.entry.entity(party.uid)
}
