import { mix } from './dice.ts'
import type { Parameters } from './parameters.ts'

/** How often something happens on one platform, by what it is and how often it happens by the tables. */
export type Drift = (what: string, chance: number) => number

const textHash = (text: string): number => {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i), 61)
  return hash
}

/** A standard normal number that belongs to a text (Box and Muller). */
const normalOf = (seed: number, text: string): number => {
  const hash = textHash(text)
  const [a, b] = [mix(seed, hash, 62), mix(seed, hash, 63)].map((each) => (each + 0.5) / 2 ** 32)
  return Math.sqrt(-2 * Math.log(a as number)) * Math.cos(2 * Math.PI * (b as number))
}

/**
 * Habits of a platform that differ from the tables: each chance is moved in its log-odds by a normal
 * number with a deviation of `drift`, the same for the same thing all over the platform. Nobody knows the
 * true habits, so an engine that is right by the tables alone is not right.
 */
export const makeDrift = ({ seed, drift }: Pick<Parameters, 'seed' | 'drift'>): Drift => {
  if (drift === 0) return (_, chance) => chance
  const moved = new Map<string, number>()
  return (what, chance) => {
    const key = `${what} ${chance}`
    let found = moved.get(key)
    if (found === undefined) {
      const odds = Math.log(Math.max(chance, 0.002) / Math.max(1 - chance, 0.002))
      found = 1 / (1 + Math.exp(-odds - drift * normalOf(seed, what)))
      moved.set(key, found)
    }
    return found
  }
}
