import type { Example } from '../../src/example/index.ts'
import type { Platform } from '../../src/identity/platform/platform.ts'
import { dice } from '../dice.ts'
import type { FlaggedGroup } from './flagged.ts'

/** The nationality that each account of a platform states; an empty text where it states none. */
export const toNations = (example: Example, { accounts }: Platform): readonly string[] => {
  const stated = new Map([...example.accounts()].map(({ id, nationality }) => [id, nationality]))
  return accounts.map((account) => stated.get(account) as string)
}

/** In place of each nationality the band in which it is by how many state it: three of like size. */
export const byShare = (nations: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const nation of nations) if (nation) counts.set(nation, (counts.get(nation) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const bands = new Map<string, string>()
  let before = 0
  for (const [nation, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    bands.set(nation, `band ${Math.floor((3 * before) / all)}`)
    before += count
  }
  return nations.map((nation) => bands.get(nation) ?? '')
}

type Ratio = { readonly ratio: number; readonly chance: number }

const draws = 200

/**
 * Rate of the most flagged nationality to that of the least, and what 95 of 100 such ratios stay below
 * when each flagged group hands its flags to any group of its size, member for member.
 */
export const ratioOf = (groups: readonly FlaggedGroup[], nations: readonly string[]): Ratio => {
  const names = [...new Set(nations)].filter((name) => name !== '').sort()
  const numbers = new Map(names.map((name, number) => [name, number] as const))
  const all = new Float64Array(names.length)
  for (const nation of nations) if (nation !== '') (all[numbers.get(nation) as number] as number)++
  const ratio = (accounts: readonly number[]): number => {
    const hit = new Float64Array(names.length)
    for (const account of accounts) {
      const number = numbers.get(nations[account] as string)
      if (number !== undefined) (hit[number] as number)++
    }
    const rates = hit.map((count, number) => count / (all[number] as number))
    return Math.max(...rates) / Math.min(...rates)
  }
  const flagged = groups.filter(({ flags }) => flags.length > 0)
  const bySize = new Map<number, FlaggedGroup[]>()
  for (const group of groups) {
    const alike = bySize.get(group.members.length)
    if (alike) alike.push(group)
    else bySize.set(group.members.length, [group])
  }
  const roll = dice(7_919)
  const handOn = ({ members, flags }: FlaggedGroup): readonly number[] => {
    const alike = bySize.get(members.length) as readonly FlaggedGroup[]
    const other = alike[roll(alike.length)] as FlaggedGroup
    return flags.map((account) => other.members[members.indexOf(account)] as number)
  }
  const ratios = Array.from({ length: draws }, () => ratio(flagged.flatMap(handOn)))
  return {
    ratio: ratio(flagged.flatMap(({ flags }) => flags)),
    chance: ratios.sort((a, b) => a - b)[Math.floor(0.95 * draws)] as number,
  }
}
