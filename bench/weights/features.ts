import type { Profile } from '../../src/screening/index.ts'
import { type DateOutcome, outcomeOfDates } from '../../src/screening/rules/birth-date.ts'
import type { Feature } from '../../src/screening/rules/feature.ts'
import { birthPlace, gender, nationality } from '../../src/screening/rules/stated.ts'
import { weights } from '../../src/screening/rules/weights.ts'
import type { Proof } from './same.ts'

/** A feature of screening as an estimate needs it. */
export type Measured = {
  readonly name: 'birthDate' | 'birthPlace' | 'nationality' | 'gender'
  readonly outcomes: readonly string[]
  /** What two profiles show; undefined where one of them says nothing. */
  readonly outcomeOf: (left: Profile, right: Profile) => string | undefined
  /** Proofs that two entries are one person which do not rest on the feature itself. */
  readonly proofs: readonly Proof[]
}

/** Outcomes of two whole days, and of two dates of which one is no whole day. */
const dayOutcomes: readonly DateOutcome[] = [
  'sameDay',
  'firstOfJanuary',
  'dayMonthSwapped',
  'oneDigit',
  'oneDigitOfYear',
  'otherDay',
  'differ',
]
const spanOutcomes: readonly DateOutcome[] = [
  'sameMonth',
  'sameYear',
  'within',
  'wide',
  'circa',
  'nextYear',
  'otherYear',
]

const dated = /^\d{4}|^\.\.\//

/** The pair of dates that weighs most speaks for the two, as in screening. */
const bestDates = (left: Profile, right: Profile): DateOutcome | undefined => {
  let best: DateOutcome | undefined
  for (const { value: a } of left.birthDates)
    for (const { value: b } of right.birthDates) {
      if (!dated.test(a) || !dated.test(b)) continue
      const outcome = outcomeOfDates(a, b)
      if (best === undefined || weights.birthDate[outcome] > weights.birthDate[best]) best = outcome
    }
  return best
}

/** How precise a date is tells nothing of its bearer, so that each precision is estimated by itself. */
const datesAmong =
  (outcomes: readonly DateOutcome[]) =>
  (left: Profile, right: Profile): DateOutcome | undefined => {
    const best = bestDates(left, right)
    return best && outcomes.includes(best) ? best : undefined
  }

const stated =
  (feature: Feature) =>
  (left: Profile, right: Profile): string | undefined => {
    const outcome = feature(left, right)?.outcome
    return outcome === 'unknown' ? undefined : outcome
  }

const agreeOrDiffer = ['agree', 'differ'] as const
const all: readonly Proof[] = ['number', 'rareName', 'nameAndDate']

/** Features in the order of the table. */
export const measuredFeatures: readonly Measured[] = [
  ...[dayOutcomes, spanOutcomes].map(
    (outcomes): Measured => ({
      name: 'birthDate',
      outcomes,
      outcomeOf: datesAmong(outcomes),
      proofs: ['number', 'rareName'],
    }),
  ),
  { name: 'birthPlace', outcomes: agreeOrDiffer, outcomeOf: stated(birthPlace), proofs: all },
  { name: 'nationality', outcomes: agreeOrDiffer, outcomeOf: stated(nationality), proofs: all },
  { name: 'gender', outcomes: agreeOrDiffer, outcomeOf: stated(gender), proofs: all },
]
