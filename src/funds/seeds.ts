import { type Engine, sql } from '../engine/index.ts'
import { addressKey } from '../model/index.ts'

/** What a trace begins with, found in the data. */
export type Seeds = {
  readonly addresses: ReadonlySet<number>
  readonly moves: ReadonlySet<number>
  /** Seeds that the data lacks. */
  readonly missing: readonly string[]
}

/** Looks each seed up: an address, else a transaction. */
export const findSeeds = async (
  engine: Engine,
  placeOf: (address: string) => number | undefined,
  seeds: readonly string[],
): Promise<Seeds> => {
  const found = { addresses: new Set<number>(), moves: new Set<number>(), missing: [] as string[] }
  for (const seed of seeds) {
    const place = placeOf(seed)
    if (place !== undefined) {
      found.addresses.add(place)
      continue
    }
    const before = found.moves.size
    const query = sql`select rowid as move from move where tx = ${addressKey(seed)} or tx = ${seed}`
    for await (const { move } of engine.query(query)) found.moves.add(move as number)
    if (found.moves.size === before) found.missing.push(seed)
  }
  return found
}
