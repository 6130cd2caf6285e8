import type { PartialDate } from './partial-date.ts'

/** An address that was published as one of a theft. */
export type TheftAddress = {
  readonly address: string
  readonly network: string
  /** `first` received what was stolen first; `held` is said to hold or have held some of it. */
  readonly role: 'first' | 'held'
  readonly source: string
}

/** A theft that others attribute in public to actors of the DPRK. */
export type Theft = {
  /** The victim and the year, with the month where that is not enough: it never changes. */
  readonly id: string
  readonly victim: string
  readonly date: PartialDate
  /** Whole US dollars at about the day of the theft, by one source; left out where it is unknown. */
  readonly amountUsd?: number
  /** What was taken, and other amounts that are told. */
  readonly taken?: string
  readonly chain?: string
  readonly actor: string
  readonly attributedBy: string
  readonly attributed?: PartialDate
  /** Keys of the table's sources, or pages and sites. */
  readonly sources: readonly string[]
  /** How well the facts were checked against their sources. */
  readonly checked: 'read' | 'in part' | 'memory'
  readonly attempt?: true
  /** Who doubts the attribution, and what they say. */
  readonly disputed?: string
  /** The attribution rests on little. */
  readonly weak?: true
  readonly addresses?: readonly TheftAddress[]
  /** Published addresses that are missing here. */
  readonly addressesLeft?: string
}
