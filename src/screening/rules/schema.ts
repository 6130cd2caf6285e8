import type { Schema } from '../../model/index.ts'
import type { Profile } from '../profile.ts'
import type { Feature } from './feature.ts'
import { weights } from './weights.ts'

/** Kinds that exclude each other; schemata that are no row here go with every kind. */
const kinds: Partial<Record<Schema, string>> = {
  Person: 'person',
  UserAccount: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  PublicBody: 'organisation',
  Vessel: 'vessel',
  Airplane: 'aircraft',
}

const kindOf = ({ schema }: Profile): string | undefined => kinds[schema]

const differentKinds = (subject: Profile, listed: Profile): boolean => {
  const [left, right] = [kindOf(subject), kindOf(listed)]
  return left !== undefined && right !== undefined && left !== right
}

/** A person against a ship: kept, because forms are filled in wrongly, but priced. */
export const schema: Feature = (subject, listed) =>
  differentKinds(subject, listed)
    ? {
        feature: 'schema',
        outcome: 'differ',
        left: subject.schema,
        right: listed.schema,
        millibits: weights.schema.differ,
        group: 'schema',
        rests: [],
      }
    : undefined
