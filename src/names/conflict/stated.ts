import type { Millibits } from '../../model/index.ts'
import { type Role, organisationWeights as weights } from '../organisation/index.ts'
import type { Played } from './played.ts'

const ofPart = (played: readonly Played[], part: Role['part']): string[] =>
  played.flatMap(({ role }) => (role?.part === part && role.of !== '' ? [role.of] : []))

/** Cost of numbers that differ, or of one that is missing. */
export const numbersCost = (
  left: readonly Played[],
  right: readonly Played[],
  missing: Millibits,
): Millibits => {
  const [a, b] = [ofPart(left, 'number'), ofPart(right, 'number')]
  const [apartA, apartB] = [a.filter((n) => !b.includes(n)), b.filter((n) => !a.includes(n))]
  if (apartA.length > 0 && apartB.length > 0) return weights.number
  return apartA.length + apartB.length > 0 ? missing : 0
}

/** Cost of places of which none is the same. */
export const placesCost = (left: readonly Played[], right: readonly Played[]): Millibits => {
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

/** Cost of two trades. */
export const kindsCost = (left: readonly Played[], right: readonly Played[]): Millibits => {
  const [a, b] = [ofPart(left, 'trade'), ofPart(right, 'trade')]
  if (a.length === 0 || b.length === 0) return 0
  return a.some((kind) => b.includes(kind)) ? 0 : weights.kind
}
