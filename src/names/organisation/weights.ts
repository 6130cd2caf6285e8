import table from '../../../data/organisation-weights.json' with { type: 'json' }
import type { Millibits } from '../../model/index.ts'

/** Weights in millibits; their reasons stand in `data/organisation-weights.json`. */
export type OrganisationWeights = {
  /** What a legal form says. */
  readonly form: Millibits
  readonly number: Millibits
  readonly numberMissing: { readonly firm: Millibits; readonly other: Millibits }
  readonly country: Millibits
  /** A country on one side only, where no word of the names' own is shared. */
  readonly countryAlone: Millibits
  readonly city: Millibits
  readonly kind: Millibits
  readonly proper: Millibits
  readonly shared: { readonly full: Millibits; readonly share: number }
  /** Words of information above `from` that one name lacks; `omitted` are those often left out. */
  readonly loose: {
    readonly each: Millibits
    readonly omitted: Millibits
    readonly from: Millibits
    readonly most: Millibits
  }
  /** Cost of proper names that are alike only in words of so few letters, not equal. */
  readonly short: { readonly letters: number; readonly cost: Millibits }
  /** The most that two firms' names say where one, or each, has words that the other lacks. */
  readonly sisters: { readonly one: Millibits; readonly both: Millibits }
  readonly respaced: Millibits
  /** What equal names of firms say beyond their words; `respelled` where letters of one sound differ. */
  readonly firm: { readonly bonus: Millibits; readonly respelled: Millibits }
  /** By the number of letters, the last for all longer ones. */
  readonly acronym: readonly Millibits[]
}

export const organisationWeights: OrganisationWeights = table
