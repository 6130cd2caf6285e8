import { nameWeight } from '../../src/names/index.ts'
import type { Profile } from '../../src/screening/index.ts'
import type { Entry } from './entry.ts'
import { type Tally, tally } from './estimate.ts'

/** A pair of names counts as a hit from this many millibits on. */
const hit = 8000

/** Whether the listed name that fits the subject's best is a weak alias; undefined where none fits. */
const bestKind = (subject: Profile, listed: Profile): string | undefined => {
  let [best, kind] = [hit - 1, undefined as string | undefined]
  for (const right of listed.names)
    for (const left of subject.names) {
      if (left.kind === 'weakAlias') continue
      const weight = nameWeight(left.name, right.name)
      // Of equals the better kind counts.
      if (weight < best || (weight === best && right.kind === 'weakAlias')) continue
      best = weight
      kind = right.kind === 'weakAlias' ? 'weakAlias' : 'goodName'
    }
  return kind
}

/** Hits of people on entries that state weak aliases, by the kind of name that was hit. */
export const tallyAliases = (pairs: readonly { left: Entry; right: Entry }[]): Tally => {
  const states = ({ listed }: Entry): boolean =>
    listed.profile.names.some(({ kind }) => kind === 'weakAlias')
  const ordered = pairs.flatMap(({ left, right }) => [
    ...(states(right) ? [[left, right] as const] : []),
    ...(states(left) ? [[right, left] as const] : []),
  ])
  return tally(ordered, ([subject, entry]) =>
    bestKind(subject.listed.profile, entry.listed.profile),
  )
}
