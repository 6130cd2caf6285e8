import table from '../../data/name-weights.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'

/** Weights of name comparison in millibits; reasons and provenance stand in `data/name-weights.json`. */
export type NameWeights = {
  /** Information of a token that the frequency table lacks, by length (index 0 is not used). */
  readonly unlisted: readonly Millibits[]
  /** The least that two names weigh which are equal as a whole. */
  readonly whole: Millibits
  /** What equal names that are read in a language weigh beyond their best reading, by the order of tokens. */
  readonly wholeRead: { readonly ordered: Millibits; readonly anyOrder: Millibits }
  /** Share of names that a slip of the hand makes unreadable in their language. */
  readonly unreadable: number
  /** The least belief that a name is of none of the languages that it is read in. */
  readonly leastGeneral: number
  readonly oneEditFrom: number
  readonly twoEditsFrom: number
  /** Cost of 0, 1, 2 edits against equality. */
  readonly edits: readonly Millibits[]
  readonly otherFirstLetter: Millibits
  /** What each letter below so many adds to the cost of a slip. */
  readonly shortSlip: { readonly letters: number; readonly each: Millibits }
  /** One edit to a neighbouring key, and one swap of neighbouring letters. */
  readonly keyboardSlip: Millibits
  readonly swap: Millibits
  /**
   * Slips of a hand by kind and length of the token: what one says where it makes a word that nobody
   * bears, how much less at the first and at the last letter, and how rare each single one is.
   */
  readonly slip: {
    readonly says: Readonly<Record<Slip, readonly Millibits[]>>
    readonly first: { readonly [kind in Slip]?: Millibits }
    readonly last: { readonly [kind in Slip]?: Millibits }
    readonly rarity: Readonly<Record<Slip, readonly Millibits[]>>
  }
  /**
   * How rare it is that a name which has one spelling is written as another name: one that sounds alike
   * (`heard`, and `heardTimes` what the sounds differ by), a form of it (`linked`, and what the link costs).
   */
  readonly rival: {
    readonly heard: Millibits
    readonly heardTimes: number
    readonly linked: Millibits
  }
  readonly sounds: SoundWeights
  /** Forms of one given name that spelling does not link, by the kind of the link. */
  readonly twin: { readonly [kind in TwinKind]: Millibits }
  /** Information of words that belong to the form of a name, by kind. */
  readonly light: { readonly [kind in LightKind]: Millibits }
  /** A single letter against a token that begins with it. */
  readonly initial: Millibits
  /** Cost of writing two tokens as one. */
  readonly joined: Millibits
  /** A token on each side that has no partner: at most `cap`, at most `share` of the lesser information. */
  readonly contradiction: { readonly share: number; readonly cap: Millibits }
  /**
   * Bits that agree beyond `from` count by `share`: tokens of one name depend on each other. Of what a
   * pair's difference costs only up to `spelling` shrinks with them.
   */
  readonly dependence: {
    readonly from: Millibits
    readonly share: number
    readonly spelling: Millibits
  }
  /** Share of the information below which two alike tokens are no pair. */
  readonly doubtful: number
  /** The least that two names weigh, however much they differ. */
  readonly least: Millibits
  /** The most that two names agree by the rest of their tokens where one contradicts by its cap. */
  readonly relatives: Millibits
  /**
   * The first proper token on one side only, where at least `paired` others agree in the same order: at
   * most `cap`, at most `share` of its information. Proper are tokens of more information than `proper`.
   */
  readonly headless: {
    readonly paired: number
    readonly proper: Millibits
    readonly share: number
    readonly cap: Millibits
  }
  /** A token on one side only: an omission is no contradiction. */
  readonly omission: { readonly share: number; readonly cap: Millibits }
}

/** What a hand does to a token, one thing at a time. */
export type Slip = 'omitted' | 'doubled' | 'added' | 'swapped' | 'neighbour' | 'replaced'

/** How two forms of one given name are linked (`data/given-name-kin.json`). */
export type TwinKind = 'spelling' | 'translation' | 'diminutive'

/** Words beside the proper part of a person's name (`data/person-words.json`). */
export type LightKind = 'particle' | 'honorific' | 'suffix' | 'kunya'

/** Costs of taking one sound for another, or for none. */
export type SoundWeights = {
  /** Of any two spellings that are not the same. */
  readonly respelled: Millibits
  readonly substitution: Millibits
  readonly consonantLost: Millibits
  readonly vowelLost: Millibits
  /** A vowel against a token written without vowels. */
  readonly bareVowelLost: Millibits
  readonly vowelBesideVowelLost: Millibits
  /** By vowel, at the end of a token: -a and -e are endings of gender, -i makes another name. */
  readonly finalVowelLost: Readonly<Record<string, Millibits>>
  readonly glideLost: Millibits
  /** An Arabic article, written as one with the token. */
  readonly articleLost: Millibits
  /** Each sound tells more names apart in tokens of few consonants (by their number) or few letters (as of none). */
  readonly shortToken: { readonly letters: number; readonly byConsonants: readonly number[] }
  /** Share of vowels among its sounds up to which a token counts as written without vowels. */
  readonly bareShare: number
  /** Sounds that are lost more easily, or less. */
  readonly lost: Readonly<Record<string, Millibits>>
  /** Pairs of sounds that are written for each other. */
  readonly alike: Readonly<Record<string, Millibits>>
}

export const nameWeights: NameWeights = table.weights
