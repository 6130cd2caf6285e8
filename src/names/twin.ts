import table from '../../data/given-name-kin.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
import { fatherStem, stemOf } from './person/index.ts'
import { nameWeights, type TwinKind } from './weights.ts'

const kinds: readonly TwinKind[] = ['spelling', 'translation', 'diminutive']

/** Group numbers by token; groups of a cheaper kind come first. */
const groupsOf = new Map<string, number[]>()
const costs: Millibits[] = []
for (const kind of kinds)
  for (const line of table[kind]) {
    const group = costs.length
    costs.push(nameWeights.twin[kind])
    for (const token of line.split(' ')) {
      const groups = groupsOf.get(token)
      if (groups) groups.push(group)
      else groupsOf.set(token, [group])
    }
  }

/** The same by the stem that patronymics keep of a father's name, for spellings of one name only. */
const groupsOfFathers = new Map<string, number[]>()
for (const [token, groups] of groupsOf)
  for (const group of groups) {
    const stem = stemOf(token)
    if (group >= table.spelling.length || stem.length < 3) continue
    const known = groupsOfFathers.get(stem) ?? []
    if (!known.includes(group)) groupsOfFathers.set(stem, [...known, group])
  }

const none: readonly number[] = []

const fatherGroups = (token: string): readonly number[] => {
  const stem = fatherStem(token)
  return (stem !== undefined && groupsOfFathers.get(stem)) || none
}

/**
 * Keys of the groups of linked given names that hold a token (`data/given-name-kin.json`), or the
 * father's name in a patronymic.
 */
export const twinKeys = (token: string): string[] => [
  ...(groupsOf.get(token) ?? none).map((group) => `=${group}`),
  ...fatherGroups(token).map((group) => `=${group}-`),
]

/** Cost of the cheapest link between two given names or patronymics; undefined where there is none. */
export const twinCost = (a: string, b: string): Millibits | undefined => {
  const groups = groupsOf.get(a)
  const others = groups && groupsOf.get(b)
  const shared = others && groups.find((group) => others.includes(group))
  if (shared !== undefined) return costs[shared]
  const fathers = fatherGroups(a)
  if (fathers.length === 0) return undefined
  const otherFathers = fatherGroups(b)
  return fathers.some((group) => otherFathers.includes(group))
    ? nameWeights.twin.spelling
    : undefined
}
