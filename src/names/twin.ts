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

/** Groups of linked given names (`data/given-name-kin.json`) that hold a token, or the father's name in a patronymic. */
export type Twins = { readonly groups: readonly number[]; readonly fathers: readonly number[] }

export const twinsOf = (token: string): Twins => ({
  groups: groupsOf.get(token) ?? none,
  fathers: fatherGroups(token),
})

/** Keys of these groups. */
export const twinKeys = ({ groups, fathers }: Twins): string[] => [
  ...groups.map((group) => `=${group}`),
  ...fathers.map((group) => `=${group}-`),
]

/** Cost of the cheapest link between two given names or patronymics; undefined where there is none. */
export const twinCost = (a: Twins, b: Twins): Millibits | undefined => {
  for (const group of a.groups) if (b.groups.includes(group)) return costs[group]
  const share = a.fathers.some((group) => b.fathers.includes(group))
  return share ? nameWeights.twin.spelling : undefined
}
