import { allowedEdits, kinKeys, longestToken } from '../../names/index.ts'

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** FNV-1a over the letters of a token without those at `skipA` and `skipB` (-1 for none). */
const hashWithout = (token: string, skipA: number, skipB: number): number => {
  let hash = offsetBasis
  for (let i = 0; i < token.length; i++)
    if (i !== skipA && i !== skipB) hash = Math.imul(hash ^ token.charCodeAt(i), prime)
  return mix(hash)
}

/** Spreads a hash over its first bits, by which forms are found; no two hashes become one. */
const mix = (hash: number): number => {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (spread ^ (spread >>> 13)) >>> 0
}

/** Kin keys are no spellings: their hashes begin elsewhere. */
const hashKin = (key: string): number => {
  let hash = Math.imul(offsetBasis ^ 0x6b, prime)
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), prime)
  return mix(hash)
}

/** Most letters that are deleted from a token to meet others. */
const deletions = (token: string, mostEdits: number): number =>
  token.length > longestToken ? 0 : Math.min(allowedEdits(token.length), mostEdits)

/** Adds the hash of the token, of every way to delete the allowed letters from it, and of its kin keys. */
export const addForms = (token: string, mostEdits: number, into: number[]): void => {
  const edits = deletions(token, mostEdits)
  into.push(hashWithout(token, -1, -1))
  for (let a = 0; a < token.length && edits > 0; a++) {
    into.push(hashWithout(token, a, -1))
    for (let b = a + 1; b < token.length && edits > 1; b++) into.push(hashWithout(token, a, b))
  }
  for (const key of kinKeys(token)) into.push(hashKin(key))
}
