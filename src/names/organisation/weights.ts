import table from '../../../data/organisation-weights.json' with { type: 'json' }
import type { Millibits } from '../../model/index.ts'

/** Weights in millibits; their reasons stand in `data/organisation-weights.json`. */
export type OrganisationWeights = {
  readonly number: Millibits
  readonly numberMissing: Millibits
  readonly country: Millibits
  readonly city: Millibits
  readonly kind: Millibits
  readonly proper: Millibits
  readonly shared: { readonly full: Millibits; readonly share: number }
  readonly loose: { readonly each: Millibits; readonly most: Millibits }
  /** The most that two firms' names say where one, or each, has words that the other lacks. */
  readonly sisters: { readonly one: Millibits; readonly both: Millibits }
  readonly respaced: Millibits
  /** By the number of letters, the last for all longer ones. */
  readonly acronym: readonly Millibits[]
}

export const organisationWeights: OrganisationWeights = table
