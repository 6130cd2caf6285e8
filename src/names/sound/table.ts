import table from '../../../data/name-sounds.json' with { type: 'json' }

type SoundTable = {
  /** Letters to the sounds that they stand for; the longest that fits is taken. */
  readonly spellings: Readonly<Record<string, string>>
  /** Endings that say the gender or the language of a bearer, with the one that stands for all. */
  readonly endings: Readonly<Record<string, string>>
  /** Signs of classes of consonants, with the sounds of each. */
  readonly classes: Readonly<Record<string, string>>
  /** Sounds that some systems hear in another class, or not at all. */
  readonly otherwise: Readonly<Record<string, string>>
}

/** Sounds of Latin spellings; what the signs mean stands in `data/name-sounds.json`. */
export const soundTable: SoundTable = table

export const vowels = 'aeiou'

/** The glide of a diphthong, or between two vowels. */
export const glide = 'y'
