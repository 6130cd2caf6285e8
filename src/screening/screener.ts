import { type Evidence, type Millibits, statementId, toMillibits } from '../model/index.ts'
import { BirthDates } from './index/birth-dates.ts'
import { hashText, namesOfKey } from './index/key-index.ts'
import { buildListedIndex, type ListedIndex, type Listings } from './index/listed-index.ts'
import { namesAt } from './index/postings.ts'
import type { Listed } from './listed.ts'
import { NameSearch } from './name-search.ts'
import type { Profile } from './profile.ts'
import { byWeight } from './rank.ts'
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

const defaultOptions: ScreenOptions = { minBits: 8000, limit: 50 }

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

/** A designation that a subject may be, by its best pair of names and everything else. */
type Found = {
  readonly listed: Listed
  readonly pair: NamePair | undefined
  readonly beside: Beside
  readonly total: Millibits
}

/** What is compared beside the name, and its sum. */
type Beside = { readonly evidence: readonly Observed[]; readonly millibits: Millibits }

const besideName = (subject: Profile, { profile }: Listed): Beside => {
  const evidence: Observed[] = []
  let millibits = 0
  for (const feature of features) {
    const seen = feature(subject, profile)
    if (!seen) continue
    evidence.push(seen)
    millibits += seen.millibits
  }
  return { evidence, millibits }
}

/** Searches designations for subjects. Building takes seconds; asking takes a fraction of a millisecond. */
export class Screener {
  readonly listed: Listings
  /** Before looking, each designation searched is as likely as any other. */
  readonly prior: Millibits
  readonly index: ListedIndex
  readonly #names: NameSearch
  readonly #birthDates: BirthDates

  constructor(
    listed: readonly Listed[] | { readonly listed: Listings; readonly index: ListedIndex },
  ) {
    const made = 'index' in listed ? listed : { listed, index: buildListedIndex(listed) }
    this.listed = made.listed
    this.index = made.index
    this.prior = -toMillibits(Math.log2(Math.max(1, this.listed.length))) + 0
    this.#names = new NameSearch(this.listed, this.index)
    this.#birthDates = new BirthDates(this.listed)
  }

  screen(subject: Profile, options: ScreenOptions = defaultOptions): Screened {
    this.#birthDates.open(subject.birthDates)
    const support = mostSupport({ ...subject, birthDates: [] })
    /** The most that everything beside names and identifiers adds for a designation. */
    const besides = (owner: number): Millibits => support + this.#birthDates.weight(owner)
    const pairs = this.#pairs(subject, options.minBits, (owner) =>
      Math.max(nameFloor, options.minBits - besides(owner)),
    )
    for (const owner of this.#identified(subject)) pairs.set(owner, this.#pairOf(subject, owner))
    const found: Found[] = []
    for (const [owner, pair] of pairs) {
      const listed = this.#at(owner)
      const each = this.#judge(listed, pair, besideName(subject, listed))
      if (each.total - this.prior >= options.minBits) found.push(each)
    }
    return this.#rank(subject, found, options)
  }

  /** The same answer by comparing with every designation: the yardstick of the index. */
  screenAll(subject: Profile, options: ScreenOptions = defaultOptions): Screened {
    const identified = new Set(this.#identified(subject))
    const found: Found[] = []
    for (let owner = 0; owner < this.listed.length; owner++) {
      const pair = this.#pairOf(subject, owner)
      const named = pair !== undefined && pair.millibits >= nameFloor
      if (!named && !identified.has(owner)) continue
      const listed = this.#at(owner)
      const each = this.#judge(listed, pair, besideName(subject, listed))
      if (each.total - this.prior >= options.minBits) found.push(each)
    }
    return this.#rank(subject, found, options)
  }

  #at(owner: number): Listed {
    return this.listed.at(owner) as Listed
  }

  #pairOf(subject: Profile, owner: number): NamePair | undefined {
    return bestNamePair(subject, this.#at(owner).profile)
  }

  /** Designations that share an identifier with the subject. */
  #identified({ identifiers: own }: Profile): number[] {
    const owners = new Set<number>()
    for (const { key } of own)
      for (const owner of namesOfKey(this.index.identifiers, hashText(key)))
        if (this.#at(owner).profile.identifiers.some((each) => each.key === key)) owners.add(owner)
    return [...owners]
  }

  /** The best pair of names for each designation that a name of the subject reaches. */
  #pairs(
    subject: Profile,
    minBits: Millibits,
    least: (owner: number) => Millibits,
  ): Map<number, NamePair | undefined> {
    const { owners, spelled } = this.index
    const floor = Math.max(nameFloor, minBits - mostSupport(subject))
    const floorOf = (spelling: number): Millibits => {
      let lowest = Number.POSITIVE_INFINITY
      for (const name of namesAt(spelled, spelling))
        lowest = Math.min(lowest, least(owners[name] as number))
      return lowest
    }
    const floors = { floor, floorOf, least, minBits }
    const pairs = new Map<number, NamePair>()
    for (const left of subject.names)
      for (const [name, millibits] of this.#names.reach(left.name, floors)) {
        const owner = owners[name] as number
        if (millibits < least(owner)) continue
        const pair = { left, right: this.#names.stated(name), millibits }
        const known = pairs.get(owner)
        if (!known || totalOf(pair) > totalOf(known)) pairs.set(owner, pair)
      }
    return pairs
  }

  #judge(listed: Listed, pair: NamePair | undefined, beside: Beside): Found {
    const named = pair ? totalOf(pair) : 0
    return { listed, pair, beside, total: this.prior + named + beside.millibits }
  }

  #rank(subject: Profile, found: readonly Found[], { limit }: ScreenOptions): Screened {
    const shown = [...found].sort(byWeight)
    const ties = new Map<Millibits, number>()
    for (const { total } of shown) ties.set(total, (ties.get(total) ?? 0) + 1)
    const matches = shown.slice(0, limit).map(({ listed, pair, beside, total }) => ({
      listed,
      evidence: [...(pair ? nameEvidence(pair) : []), ...beside.evidence],
      total,
      tied: ties.get(total) as number,
    }))
    return { subject, prior: this.prior, matches, cut: shown.length - matches.length }
  }
}

/** The most that what a subject states beside names and identifiers can add to a match. */
const mostSupport = (subject: Profile): Millibits =>
  (subject.birthDates.length > 0 ? weights.birthDate.sameDay : 0) +
  (subject.birthPlaces.length > 0 ? weights.birthPlace.agree : 0) +
  (subject.nationalities.length > 0 ? weights.nationality.agree : 0) +
  (subject.genders.length > 0 ? weights.gender.agree : 0)
