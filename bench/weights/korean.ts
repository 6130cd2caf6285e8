import { type Name, scriptOf } from '../../src/names/index.ts'
import { korean } from '../../src/names/korean/index.ts'
import { compareReadings, type Met } from '../../src/names/lattice/index.ts'
import type { Entry } from './entry.ts'
import { type Tally, tally } from './estimate.ts'
import type { SamePair } from './same.ts'

/** What stands against what in one position of two names read as Korean. */
export type SyllableOutcome = 'same' | 'near' | 'other' | 'missing'

const believed = 0.5

/** Primary names that are surely Korean, as lists print them. */
export const koreanNames = ({ listed }: Entry): Name[] =>
  listed.profile.names
    .filter(({ kind, name }) => kind === 'name' && (name.readings[0]?.belief ?? 0) >= believed)
    .map(({ name }) => name)

const outcomeOf = ({ left, right }: Met): SyllableOutcome => {
  if (!left || !right) return 'missing'
  const mains = [left, right].map(({ syllables, main }) => syllables.slice(0, main))
  const [a, b] = mains as [number[], number[]]
  if (a.some((syllable) => b.includes(syllable))) return 'same'
  return a.some((s) => b.some((t) => korean.near(s, t))) ? 'near' : 'other'
}

export type Positions = { readonly surname: SyllableOutcome[]; readonly given: SyllableOutcome[] }

/** How the first Korean names of two entries meet, position by position, in their likeliest reading. */
export const meetKorean = (left: Entry, right: Entry): Positions | undefined => {
  const [a] = koreanNames(left)
  const [b] = koreanNames(right)
  const [readA, readB] = [a?.readings[0], b?.readings[0]]
  if (!a || !b || !readA || !readB) return undefined
  if (scriptOf(a.text) !== 'Latn' || scriptOf(b.text) !== 'Latn') return undefined
  const { met } = compareReadings(korean, readA, readB)
  return {
    surname: met.filter(({ position }) => position === 'surname').map(outcomeOf),
    given: met.filter(({ position }) => position !== 'surname').map(outcomeOf),
  }
}

/** What is counted: each family name, each given syllable, and how many given syllables of a name differ. */
export type KoreanTallies = Readonly<Record<'surname' | 'given' | 'differing', Tally>>

const tallyPairs = (pairs: readonly { left: Entry; right: Entry }[]): KoreanTallies => {
  const met = pairs.flatMap(({ left, right }) => meetKorean(left, right) ?? [])
  return {
    surname: tally(
      met.flatMap(({ surname }) => surname),
      (outcome) => outcome,
    ),
    given: tally(
      met.flatMap(({ given }) => given),
      (outcome) => outcome,
    ),
    differing: tally(met, ({ given }) =>
      String(given.filter((outcome) => outcome !== 'same').length),
    ),
  }
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/

/** One person by number, or by whole birth date among the few hundred Koreans on lists: no name plays a part. */
const isSame = (a: Entry, b: Entry): boolean =>
  a.body !== b.body &&
  a.listed.profile.birthDates.some(
    ({ value }) =>
      wholeDay.test(value) && b.listed.profile.birthDates.some((each) => each.value === value),
  )

/** Different people of one list who share the family name: the alarms that a Korean name gives. */
const othersOfFamily = (koreans: readonly Entry[]): { left: Entry; right: Entry }[] =>
  koreans.flatMap((left, k) =>
    koreans
      .slice(k + 1)
      .filter(
        (right) =>
          left.listed.list === right.listed.list &&
          left.group !== right.group &&
          meetKorean(left, right)?.surname[0] === 'same',
      )
      .map((right) => ({ left, right })),
  )

/** Korean names of one person on two lists, and of two people of one family name. */
export const tallyKorean = (
  people: readonly Entry[],
  same: readonly SamePair[],
): { readonly same: KoreanTallies; readonly other: KoreanTallies } => {
  const koreans = people.filter((entry) => koreanNames(entry).length > 0)
  const dated = koreans.flatMap((left, k) =>
    koreans
      .slice(k + 1)
      .filter((right) => isSame(left, right))
      .map((right) => ({ left, right })),
  )
  const ids = new Set(dated.map(({ left, right }) => `${left.id} ${right.id}`))
  const numbered = same.filter(
    ({ left, right, proofs }) => proofs.has('number') && !ids.has(`${left.id} ${right.id}`),
  )
  return { same: tallyPairs([...dated, ...numbered]), other: tallyPairs(othersOfFamily(koreans)) }
}
