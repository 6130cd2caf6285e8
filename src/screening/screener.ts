import { type Evidence, type Millibits, statementId, toMillibits } from '../model/index.ts'
import { NameIndex } from './index/name-index.ts'
import type { Listed } from './listed.ts'
import type { Profile, StatedName } from './profile.ts'
import { birthDate } from './rules/birth-date.ts'
import type { Feature, Observed } from './rules/feature.ts'
import { identifiers } from './rules/identifiers.ts'
import { bestNamePair, type NamePair, nameEvidence, totalOf } from './rules/name.ts'
import { schema } from './rules/schema.ts'
import { birthPlace, gender, nationality } from './rules/stated.ts'
import { weights } from './rules/weights.ts'

/** A designation that the subject may be, with the evidence for and against. */
export type Match = {
  readonly listed: Listed
  readonly evidence: readonly Observed[]
  /** Prior and evidence together. */
  readonly total: Millibits
  /** How many matches of this subject have the same total, this one included. */
  readonly tied: number
}

/** The answer for one subject; no matches is an answer too. */
export type Screened = {
  readonly subject: Profile
  readonly prior: Millibits
  readonly matches: readonly Match[]
  /** Matches beyond the limit. */
  readonly cut: number
}

export type ScreenOptions = {
  /** Least evidence, before the prior, that is shown. */
  readonly minBits: Millibits
  /** Most matches shown for one subject. */
  readonly limit: number
}

export const defaultOptions: ScreenOptions = { minBits: 8000, limit: 50 }

/**
 * A match rests on a name of at least this weight or on an identifier: what fits many people (a birth
 * date, a nationality) supports a match but never makes one.
 */
export const nameFloor: Millibits = 4000

/** What is compared beside the name. Each belongs to a dependence group of its own. */
const features: readonly Feature[] = [
  birthDate,
  birthPlace,
  nationality,
  gender,
  ...identifiers,
  schema,
]

/** Evidence of a match with the ids of the statements that it rests on. */
export const toEvidence = ({ rests, ...seen }: Observed): Evidence => ({
  ...seen,
  facts: rests.map(statementId),
})

/** Searches designations for subjects. Building takes a second; asking takes a fraction of a millisecond. */
export class Screener {
  readonly listed: readonly Listed[]
  /** Before looking, each designation searched is as likely as any other. */
  readonly prior: Millibits
  readonly names: NameIndex
  readonly #nameOwner: Int32Array
  readonly #names: readonly StatedName[]
  readonly #byIdentifier: ReadonlyMap<string, readonly number[]>

  constructor(listed: readonly Listed[]) {
    this.listed = listed
    this.prior = -toMillibits(Math.log2(Math.max(1, listed.length))) + 0
    this.#names = listed.flatMap(({ profile }) => profile.names)
    this.#nameOwner = Int32Array.from(
      listed.flatMap(({ profile }, owner) => profile.names.map(() => owner)),
    )
    this.names = NameIndex.of(this.#names.map((name) => name.tokens))
    this.#byIdentifier = indexIdentifiers(listed)
  }

  screen(subject: Profile, options: ScreenOptions = defaultOptions): Screened {
    const floor = Math.max(nameFloor, options.minBits - mostSupport(subject))
    const pairs = this.#pairs(subject, floor)
    for (const { key } of subject.identifiers)
      for (const owner of this.#byIdentifier.get(key) ?? [])
        if (!pairs.has(owner)) pairs.set(owner, this.#pairOf(subject, owner))
    const found = [...pairs].map(([owner, pair]) => this.#judge(subject, owner, pair))
    return this.#rank(subject, found, options)
  }

  /** The same answer by comparing with every designation: the yardstick of the index. */
  screenAll(subject: Profile, options: ScreenOptions = defaultOptions): Screened {
    const keys = new Set(subject.identifiers.map(({ key }) => key))
    const found = this.listed.flatMap(({ profile }, owner) => {
      const pair = this.#pairOf(subject, owner)
      const named = pair !== undefined && pair.millibits >= nameFloor
      const identified = profile.identifiers.some(({ key }) => keys.has(key))
      return named || identified ? [this.#judge(subject, owner, pair)] : []
    })
    return this.#rank(subject, found, options)
  }

  #pairOf(subject: Profile, owner: number): NamePair | undefined {
    return bestNamePair(subject, (this.listed[owner] as Listed).profile)
  }

  /** The best pair of names for each designation that a name of the subject reaches. */
  #pairs(subject: Profile, floor: Millibits): Map<number, NamePair | undefined> {
    const pairs = new Map<number, NamePair | undefined>()
    for (const left of subject.names)
      for (const { name, millibits } of this.names.find(left.tokens, floor)) {
        const owner = this.#nameOwner[name] as number
        const pair = { left, right: this.#names[name] as StatedName, millibits }
        const known = pairs.get(owner)
        if (!known || totalOf(pair) > totalOf(known)) pairs.set(owner, pair)
      }
    return pairs
  }

  #judge(subject: Profile, owner: number, pair: NamePair | undefined): Omit<Match, 'tied'> {
    const listed = this.listed[owner] as Listed
    const evidence = [
      ...(pair ? nameEvidence(pair) : []),
      ...features.flatMap((feature) => feature(subject, listed.profile) ?? []),
    ]
    const weight = evidence.reduce((sum, piece) => sum + piece.millibits, 0)
    return { listed, evidence, total: this.prior + weight }
  }

  #rank(
    subject: Profile,
    found: readonly Omit<Match, 'tied'>[],
    { minBits, limit }: ScreenOptions,
  ): Screened {
    const shown = found.filter(({ total }) => total - this.prior >= minBits).sort(byWeight)
    const ties = new Map<Millibits, number>()
    for (const { total } of shown) ties.set(total, (ties.get(total) ?? 0) + 1)
    const matches = shown
      .slice(0, limit)
      .map((match) => ({ ...match, tied: ties.get(match.total) as number }))
    return { subject, prior: this.prior, matches, cut: shown.length - matches.length }
  }
}

/** The most that what a subject states beside names and identifiers can add to a match. */
const mostSupport = (subject: Profile): Millibits =>
  (subject.birthDates.length > 0 ? weights.birthDate.sameDay : 0) +
  (subject.birthPlaces.length > 0 ? weights.birthPlace.agree : 0) +
  (subject.nationalities.length > 0 ? weights.nationality.agree : 0) +
  (subject.genders.length > 0 ? weights.gender.agree : 0)

/** Equal bits: UN first, then the earlier listing, then the reference. */
const byWeight = (a: Omit<Match, 'tied'>, b: Omit<Match, 'tied'>): number =>
  b.total - a.total ||
  Number(b.listed.list === 'un') - Number(a.listed.list === 'un') ||
  compareText(a.listed.listingDate ?? '9', b.listed.listingDate ?? '9') ||
  compareText(a.listed.reference, b.listed.reference) ||
  compareText(a.listed.list, b.listed.list)

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b)

const indexIdentifiers = (listed: readonly Listed[]): Map<string, number[]> => {
  const index = new Map<string, number[]>()
  listed.forEach(({ profile }, owner) => {
    for (const key of new Set(profile.identifiers.map((each) => each.key))) {
      const owners = index.get(key)
      if (owners) owners.push(owner)
      else index.set(key, [owner])
    }
  })
  return index
}
