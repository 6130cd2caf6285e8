import type { Millibits } from '../../model/index.ts'
import type { Fact } from '../fact.ts'
import { compareBirthDates, isDated } from '../rules/birth-date.ts'
import { weights } from '../rules/weights.ts'
import type { Listings } from './listed-index.ts'

const fullDay = /^\d{4}-\d{2}-\d{2}$/

const none: readonly number[] = []

/** Whether whole days, written alike, are of other years and more than a digit apart: the usual case. */
const areFarApart = (a: string, b: string): boolean => {
  let digits = 0
  let years = 0
  for (let k = 0; k < a.length; k++)
    if (a.charCodeAt(k) !== b.charCodeAt(k)) {
      digits++
      if (k < 4) years++
    }
  return years > 0 && digits > 1
}

/**
 * What the birth dates of a subject say to those of each designation, as the feature of birth dates
 * weighs them. Designations share few dates, so that each date is compared once for a subject.
 */
export class BirthDates {
  readonly #listed: Listings
  /** Numbers of the dates of each designation that was looked at. */
  readonly #dates: (readonly number[] | undefined)[]
  readonly #ids = new Map<string, number>()
  readonly #values: string[] = []
  readonly #isDay: boolean[] = []
  /** By date, the weight against the subject `#turn`. */
  readonly #weights: Millibits[] = []
  readonly #turns: number[] = []
  #turn = 0
  #asked: readonly { readonly value: string; readonly isDay: boolean }[] = []

  constructor(listed: Listings) {
    this.#listed = listed
    this.#dates = new Array(listed.length)
  }

  /** Takes the dates of the subject that is asked about next. */
  open(dates: readonly Fact[]): void {
    this.#turn++
    this.#asked = dates
      .filter(({ value }) => isDated(value))
      .map(({ value }) => ({ value, isDay: fullDay.test(value) }))
  }

  /** Weight of the best pair of dates; 0 where one side states none. */
  weight(designation: number): Millibits {
    if (this.#asked.length === 0) return 0
    const dates = this.#dates[designation] ?? this.#read(designation)
    if (dates.length === 0) return 0
    let most = Number.NEGATIVE_INFINITY
    for (const date of dates) most = Math.max(most, this.#weigh(date))
    return most
  }

  #weigh(date: number): Millibits {
    if (this.#turns[date] === this.#turn) return this.#weights[date] as number
    const listed = this.#values[date] as string
    let most = Number.NEGATIVE_INFINITY
    for (const { value, isDay } of this.#asked) {
      const far = isDay && this.#isDay[date] === true && areFarApart(value, listed)
      const weight = far ? weights.birthDate.differ : compareBirthDates(value, listed).millibits
      if (weight > most) most = weight
    }
    this.#turns[date] = this.#turn
    this.#weights[date] = most
    return most
  }

  #read(designation: number): readonly number[] {
    const facts = this.#listed.at(designation)?.profile.birthDates ?? []
    const own = facts.filter(({ value }) => isDated(value)).map(({ value }) => this.#id(value))
    const dates = own.length === 0 ? none : own
    this.#dates[designation] = dates
    return dates
  }

  #id(value: string): number {
    const known = this.#ids.get(value)
    if (known !== undefined) return known
    const id = this.#values.push(value) - 1
    this.#ids.set(value, id)
    this.#isDay.push(fullDay.test(value))
    this.#weights.push(0)
    this.#turns.push(0)
    return id
  }
}
