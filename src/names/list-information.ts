import table from '../../data/token-frequency.json' with { type: 'json' }

const counts: ReadonlyMap<string, number> = new Map(Object.entries(table.tokens))
/**
 * A token below the cut of the table, in bits by its length: the rarer half of all tokens is spread
 * over some ten thousand, long ones over more.
 */
const unlisted = [0, 5, 10, 13, 15, 16, 17.5, 19, 20.5, 22]

/** What a token says among names of all kinds, in bits: −log2 of its share among the names of lists. */
export const listInformation = (token: string): number => {
  const count = counts.get(token)
  if (count !== undefined) return -Math.log2(count / table.names)
  return unlisted[Math.min(token.length, unlisted.length - 1)] as number
}
