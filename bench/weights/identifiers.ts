import type { Entry } from './entry.ts'
import { type Estimate, rateOf, type Tally, tally, toEstimate } from './estimate.ts'
import { type SamePair, samePairs, sameThings } from './same.ts'

/** Families of identifiers that a weight each stands for. */
const families = ['document', 'vessel', 'contact', 'wallet'] as const
type Family = (typeof families)[number]

/** An estimate of one outcome of a family. */
export type FamilyEstimate = {
  readonly family: Family
  readonly outcome: 'agree' | 'differ'
  readonly estimate: Estimate
}

/** Of ships only the number of the hull counts: call signs and radio numbers are given anew. */
const keysOf = ({ kind, listed }: Entry, family: Family): string[] =>
  listed.profile.identifiers
    .filter((each) => each.family === family)
    .map(({ key }) => key)
    .filter((key) => family !== 'vessel' || (kind === 'vessel' && key.startsWith('imo:')))

const shares = ({ left, right }: SamePair, family: Family): string | undefined => {
  const [a, b] = [keysOf(left, family), keysOf(right, family)]
  if (a.length === 0 || b.length === 0) return undefined
  return a.some((key) => b.includes(key)) ? 'agree' : 'differ'
}

/**
 * Pairs of entries of one list and kind that both state such an identifier, and how many share one: all
 * pairs, since sharing is rare. Entries that share a whole name may be one party and are left out.
 */
const sharedByOthers = (entries: readonly Entry[], family: Family): Tally => {
  const holders = new Map<string, Entry[]>()
  const stating = new Map<string, number>()
  for (const entry of entries) {
    const keys = new Set(keysOf(entry, family))
    const where = `${entry.listed.list} ${entry.kind}`
    if (keys.size > 0) stating.set(where, (stating.get(where) ?? 0) + 1)
    for (const key of keys) {
      const known = holders.get(`${where} ${key}`)
      if (known) known.push(entry)
      else holders.set(`${where} ${key}`, [entry])
    }
  }
  const shared = new Set<string>()
  for (const those of holders.values())
    for (const [k, a] of those.entries())
      for (const b of those.slice(k + 1))
        if (!a.wholes.some((whole) => b.wholes.includes(whole))) shared.add(`${a.id} ${b.id}`)
  const of = [...stating.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const by = new Map([
    ['agree', shared.size],
    ['differ', of - shared.size],
  ])
  return { of, by }
}

/** m and u of numbers that name a party, from entries that names prove to be one and entries of one list. */
export const estimateIdentifiers = (entries: readonly Entry[]): FamilyEstimate[] => {
  const people = entries.filter(({ kind }) => kind === 'person')
  const named = samePairs(people).filter(
    ({ proofs }) => proofs.has('rareName') || proofs.has('nameAndDate'),
  )
  const same = [...named, ...sameThings(entries)]
  return families.flatMap((family) => {
    const [mine, others] = [
      tally(same, (pair) => shares(pair, family)),
      sharedByOthers(entries, family),
    ]
    return (['agree', 'differ'] as const).map((outcome): FamilyEstimate => {
      const rate = (tallied: Tally, from: string) => rateOf(tallied, { outcome, outcomes: 2, from })
      const estimate = toEstimate(rate(mine, 'two lists, by name'), rate(others, 'one list'))
      return { family, outcome, estimate }
    })
  })
}
