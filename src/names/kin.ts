/**
 * Keys by which tokens meet that are one name in other letters, though more edits apart than spelling
 * allows. Two such tokens have weight only where they share a key, so an index by these keys and by
 * edits misses none.
 */
export const kinKeys = (_token: string): readonly string[] => []
