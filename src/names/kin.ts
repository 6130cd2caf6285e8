import { skeletons } from './sound/index.ts'
import { type Twins, twinKeys, twinsOf } from './twin.ts'

/** Keys of a token, and the same as bits of which two tokens without a common key rarely share one. */
export type Kin = { readonly keys: readonly string[]; readonly bits: number }

const bitOf = (key: string): number => {
  let hash = 0
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193)
  return 1 << (hash >>> 27)
}

export const kinOf = (token: string, twins: Twins): Kin => {
  const keys = [...skeletons(token), ...twinKeys(twins)]
  return { keys, bits: keys.reduce((bits, key) => bits | bitOf(key), 0) }
}

/**
 * Keys by which tokens meet that are one name in other letters, though more edits apart than spelling
 * allows: skeletons of their consonants, and groups of linked given names. Two such tokens have weight
 * only where they share a key, so an index by these keys and by edits misses none.
 */
export const kinKeys = (token: string): readonly string[] => kinOf(token, twinsOf(token)).keys

/** Whether two tokens share a key. */
export const areKin = (a: Kin, b: Kin): boolean =>
  (a.bits & b.bits) !== 0 && a.keys.some((key) => b.keys.includes(key))
