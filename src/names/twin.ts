import table from '../../data/given-name-kin.json' with { type: 'json' }
import type { Millibits } from '../model/index.ts'
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

const none: readonly number[] = []

/** Keys of the groups of linked given names that hold a token (`data/given-name-kin.json`). */
export const twinKeys = (token: string): string[] =>
  (groupsOf.get(token) ?? none).map((group) => `=${group}`)

/** Cost of the cheapest link between two given names; undefined where they are not linked. */
export const twinCost = (a: string, b: string): Millibits | undefined => {
  const groups = groupsOf.get(a)
  const others = groups && groupsOf.get(b)
  const shared = others && groups.find((group) => others.includes(group))
  return shared === undefined ? undefined : costs[shared]
}
