import type { Millibits } from '../../model/index.ts'
import { type Role, roleOf } from '../organisation/index.ts'
import { information, tokenWeight } from '../token.ts'

/** A token of a name and the part that it plays there. */
export type Played = { readonly token: string; readonly role: Role | undefined }

/** A name's tokens that the other does not hold, and those that both do. */
export const partBy = (
  own: readonly string[],
  others: readonly string[],
): { readonly apart: Played[]; readonly shared: Played[] } => {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  const apart: Played[] = []
  const shared: Played[] = []
  for (const token of own) {
    const count = left.get(token) ?? 0
    if (count > 0) left.set(token, count - 1)
    const into = count > 0 ? shared : apart
    into.push({ token, role: roleOf(token) })
  }
  return { apart, shared }
}

/** Legal forms and the country of a firm come and go in the forms of its name. */
export const comesAndGoes = (role: Role | undefined): boolean =>
  role !== undefined && (role.part === 'form' || (role.part === 'place' && !role.city))

/** Words of a name that are its own. */
export const proper = (played: readonly Played[]): string[] =>
  played.flatMap(({ token, role }) => (role ? [] : [token]))

/** Names beyond this length are not searched for words that are alike. */
export const mostProper = 12

/** Links of Persian and Urdu names, which begin no word: Tehrik-e, Lashkar-i. */
const links: ReadonlySet<string> = new Set(['e', 'i'])

/** Whether a token is like another, or one of two that are written as one there. */
export const isAlike = (a: string, b: string): boolean => {
  if (a === b) return true
  if (links.has(a) || links.has(b)) return false
  return tokenWeight(a, b) > 0 || isPiece(a, b) || isPiece(b, a)
}

const isPiece = (short: string, long: string): boolean =>
  short.length > 1 && (long.startsWith(short) || long.endsWith(short))

/** What tokens say one by one. */
export const said = (played: readonly Played[]): Millibits =>
  played.reduce((sum, { token }) => sum + information(token), 0)
