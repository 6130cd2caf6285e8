import type { Language } from '../lattice/index.ts'
import { moraeOf } from './mora.ts'
import { shareOf } from './shares.ts'

/** A consonant and its voiced twin, which compounds and transcribers exchange. */
const twins: ReadonlyMap<string, string> = new Map([
  ['k', 'g'],
  ['s', 'z'],
  ['sh', 'j'],
  ['ch', 'j'],
  ['ts', 'z'],
  ['t', 'd'],
  ['h', 'b'],
  ['f', 'b'],
])

const areTwins = (a: string, b: string): boolean => {
  const [left, right] = [a.slice(0, -1), b.slice(0, -1)]
  return a.at(-1) === b.at(-1) && (twins.get(left) === right || twins.get(right) === left)
}

/** Whether two words differ in one beat only, and by voice: Yamasaki, Yamazaki. */
const near = (a: number, b: number): boolean => {
  const [left, right] = [moraeOf(a), moraeOf(b)]
  if (left.length !== right.length) return false
  const differing = left.flatMap((mora, at) => (mora === right[at] ? [] : [at]))
  const [at] = differing
  if (at === undefined || differing.length > 1) return false
  return areTwins(left[at] as string, right[at] as string)
}

/**
 * Japanese names are told by their characters: Yuko is written in dozens of ways, and one person's name
 * in one of them.
 */
const characters = { same: 3, other: 0.03 }

/** Japanese names as the lattice compares them: a surname and a given name as words of beats. */
export const japanese: Language = {
  id: 'japanese',
  name: 'Japanese',
  share: shareOf,
  near,
  print: (id) => {
    const word = moraeOf(id).join('')
    return word.charAt(0).toUpperCase() + word.slice(1)
  },
  characters,
  say: () => 'same Japanese name',
}
