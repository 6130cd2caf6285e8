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
 * Rate of the most flagged nationality to that of the least, and what 95 of 100 such ratios stay below when
 * groups of one size swap which of them are flagged.
 */
export const ratioOf = (groups: readonly FlaggedGroup[], nations: readonly string[]): Ratio => {
  const names = [...new Set(nations)].filter((name) => name !== '').sort()
  const place = nations.map((nation) => names.indexOf(nation))
  const all = new Float64Array(names.length)
  for (const each of place) if (each >= 0) (all[each] as number)++
  const measure = (flagsOf: (group: number) => readonly number[]): number => {
    const hit = new Float64Array(names.length)
    groups.forEach((_, group) => {
      for (const account of flagsOf(group)) {
        const nation = place[account] as number
        if (nation >= 0) (hit[nation] as number)++
      }
    })
    const rates = hit.map((count, nation) => count / (all[nation] as number))
    return Math.max(...rates) / Math.min(...rates)
  }
  const ratio = measure((group) => groups[group]?.flags ?? [])
  const swapped = Array.from({ length: draws }, (_, draw) => measure(swap(groups, draw + 1)))
  return { ratio, chance: swapped.sort((a, b) => a - b)[Math.floor(0.95 * draws)] as number }
}

/** Gives each group the flags of another of its size, member for member. */
const swap = (
  groups: readonly FlaggedGroup[],
  seed: number,
): ((group: number) => readonly number[]) => {
  const roll = dice(seed * 7_919)
  const bySize = new Map<number, number[]>()
  groups.forEach(({ members }, group) => {
    const alike = bySize.get(members.length)
    if (alike) alike.push(group)
    else bySize.set(members.length, [group])
  })
  const other = new Uint32Array(groups.length)
  for (const alike of bySize.values()) {
    const mixed = [...alike]
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = roll(i + 1)
      ;[mixed[i], mixed[j]] = [mixed[j] as number, mixed[i] as number]
    }
    alike.forEach((group, i) => {
      other[group] = mixed[i] as number
    })
  }
  return (group) => {
    const { members, flags } = groups[other[group] as number] as FlaggedGroup
    const mine = (groups[group] as FlaggedGroup).members
    return flags.map((account) => mine[members.indexOf(account)] as number)
  }
}
