import { remember } from './remember.ts'
import { skeletons } from './sound/index.ts'
import { twinKeys } from './twin.ts'

const mostRemembered = 200_000
const remembered = new Map<string, readonly string[]>()

/**
 * Keys by which tokens meet that are one name in other letters, though more edits apart than spelling
 * allows: skeletons of their consonants, and groups of linked given names. Two such tokens have weight
 * only where they share a key, so an index by these keys and by edits misses none.
 */
export const kinKeys = (token: string): readonly string[] => {
  const make = (): readonly string[] => [...skeletons(token), ...twinKeys(token)]
  return remember(remembered, token, make, mostRemembered)
}

/** Whether two tokens share a key. */
export const areKin = (a: string, b: string): boolean => {
  const keys = kinKeys(a)
  if (keys.length === 0) return false
  const others = kinKeys(b)
  return keys.some((key) => others.includes(key))
}
