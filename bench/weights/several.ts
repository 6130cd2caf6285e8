import type { Profile } from '../../src/screening/index.ts'
import type { Entry } from './entry.ts'
import type { Tally } from './estimate.ts'
import type { Measured } from './features.ts'

/** Facts of a profile that a feature compares, by its name. */
const factsOf = {
  birthDate: 'birthDates',
  birthPlace: 'birthPlaces',
  nationality: 'nationalities',
  gender: 'genders',
} as const

/**
 * How often each outcome stands between two values of one person, drawn by chance from those that his
 * entry states: as if the subject gave one and the list knew one. Lists copy each other's values, people
 * do not, so that this tells more of disagreement than pairs of lists do.
 */
export const severalValues = (people: readonly Entry[], { name, outcomeOf }: Measured): Tally => {
  const by = new Map<string, number>()
  const seen = new Map<string, number>()
  let of = 0
  const key = factsOf[name]
  for (const { listed } of people) {
    const only = listed.profile[key]
      .map((fact): Profile => ({ ...listed.profile, [key]: [fact] }))
      .filter((alone) => outcomeOf(alone, alone) !== undefined)
    if (only.length === 0) continue
    of++
    for (const [k, left] of only.entries())
      for (const right of only.slice(k + 1)) {
        const outcome = outcomeOf(left, right)
        if (outcome === undefined) continue
        // Either value may be the subject's, out of all ordered pairs of values.
        by.set(outcome, (by.get(outcome) ?? 0) + 2 / only.length ** 2)
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }
  }
  return { of, by, seen }
}
