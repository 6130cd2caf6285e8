import table from '../../data/thefts.json' with { type: 'json' }
import { findNearest } from '../config/index.ts'
import { MusterError, type Theft } from '../model/index.ts'

/** Thefts attributed in public to actors of the DPRK, by their dates: `data/thefts.json`. */
export const thefts: readonly Theft[] = table.thefts as readonly Theft[]

/** What the keys among the sources of thefts and of their addresses stand for. */
export const theftSources: Readonly<Record<string, string>> = table.sources

const byId = new Map(thefts.map((theft) => [theft.id, theft]))

/**
 * The theft that a seed names as `theft:ID`; undefined for another seed. Error: `usage` where the
 * register has no such theft, or no address of it was published.
 */
export const findTheft = (seed: string): Theft | undefined => {
  const id = /^theft:(.*)$/i.exec(seed.trim())?.[1]?.trim().toLowerCase()
  if (id === undefined) return undefined
  const theft = byId.get(id)
  const known = thefts.filter(({ addresses }) => addresses).map((each) => each.id)
  if (!theft) {
    const nearest = findNearest(id, byId.keys())
    throw new MusterError('usage', `the register has no theft ${id}`, {
      hint: `${nearest ? `Did you mean theft:${nearest}? ` : ''}Addresses are known of ${known.join(', ')}.`,
    })
  }
  if (!theft.addresses)
    throw new MusterError('usage', `no address of the theft ${id} is in the register`, {
      hint: `Name its addresses with --seed ADDRESS; they are known of ${known.join(', ')}.`,
    })
  return theft
}
