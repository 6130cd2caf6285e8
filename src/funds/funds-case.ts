import type { EntityId, FindingId } from '../model/index.ts'
import type { HolderAnswer } from './answer.ts'
import type { ToldLink } from './link-answer.ts'
import type { MoneyTrail, Unit } from './money-trail.ts'
import type { PatternAnswer } from './patterns/index.ts'

/** A pattern with the first of the transfers that prove it, and how many more there are. */
export type CasePattern = PatternAnswer & { readonly transfersLeft: number }

/** A trail with the finding that it shows. */
export type CaseTrail = MoneyTrail & {
  readonly finding: FindingId
  /** Whose value it is, or to whom it went: a theft or a designated owner; null for the subject's own. */
  readonly other: Other | null
  /** Patterns of addresses on the way, the rarest first; in none of the amounts. */
  readonly patterns: readonly CasePattern[]
  /** How many more there are that are no rarer, by the name of the pattern. */
  readonly patternsLeft: Readonly<Record<string, number>>
}

/** Somebody whose value is followed for what others say of him. */
export type Other = {
  readonly kind: 'theft' | 'designated'
  readonly id: EntityId
  readonly caption: string
  /** Who says so, as a sentence. */
  readonly says: string
  readonly addresses: readonly string[]
}

/** A link, and where what came out was followed to; null where it came to the subject at once. */
export type CaseLink = ToldLink & { readonly onward: HolderAnswer | null }

/** Links across stops that one finding tells, the strongest first; no part of what was traced. */
export type CaseLinks = {
  readonly finding: FindingId
  /** Whose value may go on: a theft's or a designated owner's; null for the subject's own. */
  readonly other: Other | null
  readonly links: readonly CaseLink[]
  /** How many more there are, none of them stronger. */
  readonly linksLeft: number
}

/** What a case shows of money: addresses of its subject, where value went and where it came from. */
export type FundsCase = {
  readonly wallets: readonly {
    readonly address: string
    readonly kind: string
    readonly holders: readonly string[]
  }[]
  readonly trails: readonly CaseTrail[]
  readonly links: readonly CaseLinks[]
  /** What labels call the addresses in it, by the address. */
  readonly names: Readonly<Record<string, string>>
  /** How people read amounts of the assets in it, by the asset; what nobody says is left out. */
  readonly units: Readonly<Record<string, Unit>>
}
