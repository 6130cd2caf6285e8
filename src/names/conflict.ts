import type { Millibits } from '../model/index.ts'
import {
  isOmitted,
  isTelling,
  organisationWeights,
  type Role,
  roleOf,
} from './organisation/index.ts'
import { information, tokenWeight } from './token.ts'
import { dependent, unpairedCost } from './token-weights.ts'

const weights = organisationWeights

type Played = { readonly token: string; readonly role: Role | undefined }

/** A name's tokens that the other does not hold, and those that both do. */
const partBy = (
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

const ofPart = (played: readonly Played[], part: Role['part']): string[] =>
  played.flatMap(({ role }) => (role?.part === part && role.of !== '' ? [role.of] : []))

const numbersCost = (
  left: readonly Played[],
  right: readonly Played[],
  missing: Millibits,
): Millibits => {
  const [a, b] = [ofPart(left, 'number'), ofPart(right, 'number')]
  const [apartA, apartB] = [a.filter((n) => !b.includes(n)), b.filter((n) => !a.includes(n))]
  if (apartA.length > 0 && apartB.length > 0) return weights.number
  return apartA.length + apartB.length > 0 ? missing : 0
}

const placesCost = (left: readonly Played[], right: readonly Played[]): Millibits => {
  const places = (played: readonly Played[]): Role[] =>
    played.flatMap(({ role }) => (role?.part === 'place' ? [role] : []))
  const [a, b] = [places(left), places(right)]
  if (a.length === 0 || b.length === 0) return 0
  const near = a.filter(({ of }) => b.some((other) => other.of === of))
  if (near.length === 0) return weights.country
  return near.every(({ of, city }) => city && b.every((other) => other.of !== of || other.city))
    ? weights.city
    : 0
}

const kindsCost = (left: readonly Played[], right: readonly Played[]): Millibits => {
  const [a, b] = [ofPart(left, 'trade'), ofPart(right, 'trade')]
  if (a.length === 0 || b.length === 0) return 0
  return a.some((kind) => b.includes(kind)) ? 0 : weights.kind
}

const proper = (played: readonly Played[]): string[] =>
  played.flatMap(({ token, role }) => (role ? [] : [token]))

/** Links of Persian and Urdu names, which begin no word: Tehrik-e, Lashkar-i. */
const links: ReadonlySet<string> = new Set(['e', 'i'])

/** Whether a token is like another, or one of two that are written as one there. */
const isAlike = (a: string, b: string): boolean => {
  if (a === b) return true
  if (links.has(a) || links.has(b)) return false
  return tokenWeight(a, b) > 0 || isPiece(a, b) || isPiece(b, a)
}

const isPiece = (short: string, long: string): boolean =>
  short.length > 1 && (long.startsWith(short) || long.endsWith(short))

/** Names beyond this length are not searched for words that are alike. */
const mostProper = 12

const said = (played: readonly Played[]): Millibits =>
  played.reduce((sum, { token }) => sum + information(token), 0)

/** What the words of trades, places and forms that both share say less than they do one by one. */
const sharedCost = (shared: readonly Played[]): Millibits => {
  const over = said(shared) - weights.shared.full
  return over > 0 ? Math.round(over * (1 - weights.shared.share)) : 0
}

/** Cost of proper names that are alike only in short words: acronyms differ by a letter. */
const shortCost = (
  left: readonly Played[],
  right: readonly Played[],
  shared: readonly Played[],
): Millibits => {
  const [a, b] = [proper(left), proper(right)]
  if (a.length > mostProper || b.length > mostProper || shared.some(({ role }) => !role)) return 0
  const letters = a.flatMap((one) =>
    b.flatMap((other) => (isAlike(one, other) ? [Math.min(one.length, other.length)] : [])),
  )
  return letters.length > 0 && Math.max(...letters) <= weights.short.letters
    ? weights.short.cost
    : 0
}

/** Cost of sharing only words of trades, places and forms, where one name has other words too. */
const properCost = (
  left: readonly Played[],
  right: readonly Played[],
  shared: readonly Played[],
): Millibits => {
  if (shared.length === 0 || shared.some(({ role }) => !role)) return 0
  const [a, b] = [proper(left), proper(right)]
  if (a.length > mostProper || b.length > mostProper) return 0
  if (a.some((one) => b.some((other) => isAlike(one, other)))) return 0
  const differing = a.length > 0 && b.length > 0 ? weights.proper : 0
  const counted = shared.filter(({ role }) => role?.part !== 'number')
  const loose = [left, right].some((side) => side.some(({ role }) => !comesAndGoes(role)))
  const placed = [left, right].some((side) => side.some(({ role }) => role?.part === 'place'))
  return differing + (loose ? sharedCost(counted) : 0) + (placed ? weights.countryAlone : 0)
}

/** Legal forms and the country of a firm come and go in the forms of its name. */
const comesAndGoes = (role: Role | undefined): boolean =>
  role !== undefined && (role.part === 'form' || (role.part === 'place' && !role.city))

/** Words that nothing in the other name is like. */
const looseWords = (own: readonly Played[], others: readonly Played[]): Played[] =>
  own.filter(
    ({ token, role }) =>
      !comesAndGoes(role) && !others.some((other) => isAlike(token, other.token)),
  )

/**
 * Cost of words that one firm's name has and the other lacks. However much two names share, those of
 * sister firms share it too, so that beyond a limit only a name that is whole weighs more.
 */
const looseCost = (
  left: readonly Played[],
  right: readonly Played[],
  shared: readonly Played[],
): Millibits => {
  if (left.length > mostProper || right.length > mostProper) return weights.loose.most
  const [a, b] = [looseWords(left, right), looseWords(right, left)]
  const loose = Math.max(looseness(a), looseness(b)) + elsewhere(left, b) + elsewhere(right, a)
  if (loose === 0) return 0
  const limit = a.length > 0 && b.length > 0 ? weights.sisters.both : weights.sisters.one
  const agreed = said(shared) + Math.min(said(left) - said(a), said(right) - said(b))
  const over = Math.max(0, dependent(agreed) - unpaired(a, b) - limit)
  return Math.min(weights.loose.most, loose) + over
}

/** One is of a country, the other has a word of its own: likelier two sisters than one firm. */
const elsewhere = (own: readonly Played[], others: readonly Played[]): Millibits =>
  own.some(({ role }) => role?.part === 'place') && looseness(others) > weights.loose.omitted
    ? weights.countryAlone
    : 0

const looseness = (words: readonly Played[]): Millibits =>
  words.reduce((sum, { token, role }) => sum + looseWeight(token, role), 0)

const looseWeight = (token: string, role: Role | undefined): Millibits => {
  if (information(token) <= weights.loose.from) return 0
  return token.length === 1 || (role && isOmitted(token))
    ? weights.loose.omitted
    : weights.loose.each
}

/** What the comparison of tokens takes for words without partners. */
const unpaired = (left: readonly Played[], right: readonly Played[]): Millibits => {
  const infos = (played: readonly Played[]): Millibits[] =>
    played.map(({ token }) => information(token)).sort((x, y) => y - x)
  const [a, b] = [infos(left), infos(right)]
  let cost = 0
  for (let k = 0; k < a.length || k < b.length; k++) cost += unpairedCost(a[k] ?? 0, b[k] ?? 0)
  return cost
}

const isConcerned = (tokens: readonly string[]): boolean =>
  tokens.some((token) => roleOf(token) !== undefined)

/**
 * What parts of two names that must not differ take from their agreement, in millibits; 0 or less,
 * symmetric. Numbers, countries, trades and proper names that differ count; where nothing but words of
 * trades and places is shared, these count less than one by one. Takes tokens as `foldName` gives them; names of
 * people, which hold no such words, lose nothing.
 */
export const conflictWeight = (left: readonly string[], right: readonly string[]): Millibits => {
  if (!isConcerned(left) && !isConcerned(right)) return 0
  const { apart: a, shared } = partBy(left, right)
  const { apart: b } = partBy(right, left)
  const firm = [...a, ...b, ...shared].some(({ token, role }) => isTelling(role, token))
  const words = firm
    ? kindsCost(a, b) + shortCost(a, b, shared) + properCost(a, b, shared) + looseCost(a, b, shared)
    : 0
  return (
    -(
      numbersCost(a, b, weights.numberMissing[firm ? 'firm' : 'other']) +
      placesCost(a, b) +
      words
    ) + 0
  )
}
