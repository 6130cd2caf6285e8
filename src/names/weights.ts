import table from '../../data/name-weights.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'

/** Weights of name comparison in millibits; reasons and provenance stand in `data/name-weights.json`. */
export type NameWeights = {
  /** Information of a token that the frequency table lacks, by length (index 0 is not used). */
  readonly unlisted: readonly Millibits[]
  /** What sharing a language says, for each token that shows it. */
  readonly language: Millibits
  /** The least that two names weigh which are equal as a whole. */
  readonly whole: Millibits
  readonly oneEditFrom: number
  readonly twoEditsFrom: number
  /** Cost of 0, 1, 2 edits against equality. */
  readonly edits: readonly Millibits[]
  readonly otherFirstLetter: Millibits
  /** A single letter against a token that begins with it. */
  readonly initial: Millibits
  /** Cost of writing two tokens as one. */
  readonly joined: Millibits
  /** A token on each side that has no partner: at most `cap`, at most `share` of the lesser information. */
  readonly contradiction: { readonly share: number; readonly cap: Millibits }
  /** A token on one side only: an omission is no contradiction. */
  readonly omission: { readonly share: number; readonly cap: Millibits }
}

export const nameWeights: NameWeights = table.weights
