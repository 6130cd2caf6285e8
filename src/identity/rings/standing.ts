import type { Millibits } from '../../model/index.ts'
import { noTime, type Platform } from '../platform/platform.ts'
import type { PlacedGroup } from './decided-groups.ts'
import type { Judged, ValuePart } from './judge.ts'
import { shownAgain } from './rules/weights.ts'

/** What people decided about accounts of a ring. */
export type Standing = {
  /** Groups of which the ring has two accounts at least. */
  readonly decided: readonly StandingGroup[]
  /** Millibits of what nobody had seen who cleared them; null where none was cleared. */
  readonly fresh: Millibits | null
}

export type StandingGroup = Pick<PlacedGroup, 'group' | 'explanation'> & {
  /** How many of its accounts the ring has. */
  readonly accounts: number
}

/** Whether a ring is one that was cleared, with too little that is new. */
export const isCleared = ({ fresh }: Standing): boolean => fresh !== null && fresh < shownAgain

/**
 * Holds groups against rings. A value counts as seen by whoever cleared a group where two of its
 * accounts held it by then; of a value that others of the ring hold too, their part is new.
 */
export const standingIn = (
  platform: Platform,
  groups: readonly PlacedGroup[],
): ((judged: Judged) => Standing) => {
  const groupsOf = new Map<number, PlacedGroup[]>()
  for (const group of groups)
    for (const account of group.accounts)
      groupsOf.set(account, [...(groupsOf.get(account) ?? []), group])
  return ({ accounts, values }) => {
    const members = new Map<PlacedGroup, Set<number>>()
    for (const account of accounts)
      for (const group of groupsOf.get(account) ?? [])
        members.set(group, (members.get(group) ?? new Set()).add(account))
    const met = [...members]
      .filter(([, own]) => own.size > 1)
      .sort(([a], [b]) => (a.group < b.group ? -1 : 1))
    const cleared = met.filter(([{ explanation }]) => explanation !== null)
    return {
      decided: met.map(([{ group, explanation }, own]) => ({
        group,
        explanation,
        accounts: own.size,
      })),
      fresh:
        cleared.length === 0
          ? null
          : values.reduce((sum, part) => sum + freshOf(platform, part, cleared), 0),
    }
  }
}

type Cleared = readonly (readonly [group: PlacedGroup, members: ReadonlySet<number>])[]

const freshOf = (platform: Platform, part: ValuePart, cleared: Cleared): Millibits => {
  const known = new Set(
    cleared.flatMap(([{ accounts, until }, members]) => {
      const holders = holdersOf(platform, part.value, until).filter((each) =>
        accounts.includes(each),
      )
      return holders.length > 1 ? holders.filter((each) => members.has(each)) : []
    }),
  )
  return Math.round((part.millibits * (part.inside - known.size)) / part.inside)
}

/** Who held a value by a time; a sighting without one counts as seen. */
const holdersOf = (
  { sightings }: Platform,
  value: number,
  until: number | null,
): readonly number[] => {
  const holders: number[] = []
  for (
    let at = sightings.start[value] as number;
    at < (sightings.start[value + 1] as number);
    at++
  ) {
    const first = sightings.first[at] as number
    if (until === null || first === noTime || first <= until)
      holders.push(sightings.account[at] as number)
  }
  return holders
}
