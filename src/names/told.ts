/** Names on the lists are of any one language to a small part, which must not speak for the others. */
const leastOthers = 1 / 30

/**
 * What a word says among names that are not of a language, in bits: of its share among all names that
 * of the language's own is taken off, but never all.
 */
export const informationBeside = (share: number, own: number): number =>
  -Math.log2(Math.max(share - own, share * leastOthers))

/** The chance that odds, as log2, stand for. */
export const toBelief = (odds: number): number => 1 / (1 + 2 ** -odds)

/** A reading that is less likely than this is none, where it reads a word by a slip: most names need no slip. */
export const leastSlipped = 0.2
