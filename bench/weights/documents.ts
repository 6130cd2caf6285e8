import type { Entry } from './entry.ts'
import type { Tally } from './estimate.ts'

/**
 * Pairs of entries of one list that both state documents, and how many share one: all pairs, since
 * sharing is rare. A number is no proof here; entries that share a whole name may be one person and are left out.
 */
export const documentsOfOthers = (people: readonly Entry[]): Tally => {
  const holders = new Map<string, Entry[]>()
  const stating = new Map<string, number>()
  for (const entry of people) {
    const { list, profile } = entry.listed
    const keys = profile.identifiers.filter(({ family }) => family === 'document')
    if (keys.length > 0) stating.set(list, (stating.get(list) ?? 0) + 1)
    for (const key of new Set(keys.map((each) => `${list} ${each.key}`)))
      holders.set(key, [...(holders.get(key) ?? []), entry])
  }
  const shared = new Set<string>()
  for (const entries of holders.values())
    for (const [k, a] of entries.entries())
      for (const b of entries.slice(k + 1))
        if (!a.wholes.some((whole) => b.wholes.includes(whole))) shared.add(`${a.id} ${b.id}`)
  const of = [...stating.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const by = new Map([
    ['agree', shared.size],
    ['differ', of - shared.size],
  ])
  return { of, by }
}
