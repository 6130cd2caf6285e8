import { kinKeys } from '../../../names/index.ts'
import { type Level, level } from './levels.ts'
import { hashText } from './random.ts'
import { type Slips, Spellings } from './spelling.ts'
import type { Kind } from './values.ts'

/** Compares two different values of a field, by their numbers; equal ones are not asked about. */
export type Compare = (a: number, b: number) => Level

/** A comparison of the different values of a field of some kind. */
export const compareBy = (kind: Kind, texts: readonly string[]): Compare => makers[kind](texts)

const differs: Compare = () => level.differ

const slipsOfNames: Slips = [
  { from: 3, edits: 1 },
  { from: 6, edits: 2 },
]

const compareNames = (texts: readonly string[]): Compare => {
  const spellings = new Spellings(texts, slipsOfNames)
  const kin = new KinKeys(texts)
  return (a, b) => {
    if (spellings.slips(a, b) > 0) return level.near
    const shorter = spellings.shorter(a, b)
    if (spellings.start(a, b) === shorter || spellings.shared(a, b) > 1) return level.remote
    return shorter >= 3 && kin.share(a, b) ? level.loose : level.differ
  }
}

/** Keys under which names sound alike or are linked, made when a name is first asked about. */
class KinKeys {
  readonly #texts: readonly string[]
  readonly #keys: (readonly string[] | undefined)[]
  /** A bit for each key, several keys to a bit: names without a common bit share none. 0 until made. */
  readonly #bits: Int32Array

  constructor(texts: readonly string[]) {
    this.#texts = texts
    this.#keys = texts.map(() => undefined)
    this.#bits = new Int32Array(texts.length)
  }

  share(a: number, b: number): boolean {
    if ((this.#bitsOf(a) & this.#bitsOf(b) & ~made) === 0) return false
    const keys = this.#keys[b] as readonly string[]
    return (this.#keys[a] as readonly string[]).some((key) => keys.includes(key))
  }

  #bitsOf(name: number): number {
    const found = this.#bits[name] as number
    return found !== 0 ? found : this.#make(name)
  }

  #make(name: number): number {
    const keys = kinKeys((this.#texts[name] as string).replaceAll(' ', ''))
    const bits = keys.reduce((all, key) => all | (1 << (hashText(key) % 31)), 0)
    this.#keys[name] = keys
    this.#bits[name] = bits | made
    return bits | made
  }
}

/** Says that the bits of a name are made, even where it has no key. */
const made = 1 << 31

const slipsOfTexts: Slips = [
  { from: 3, edits: 1 },
  { from: 6, edits: 2 },
  { from: 12, edits: 3 },
]

const compareTexts = (texts: readonly string[]): Compare => {
  const spellings = new Spellings(texts, slipsOfTexts)
  return (a, b) => {
    const slips = spellings.slips(a, b)
    if (slips > 0) return slips === 1 ? level.near : level.loose
    const shorter = spellings.shorter(a, b)
    const start = spellings.start(a, b)
    if (start === shorter || (start >= 5 && 2 * start >= shorter)) return level.remote
    const shared = spellings.shared(a, b)
    return shared > 3 && 2 * shared >= shorter ? level.remote : level.differ
  }
}

const slipsOfCodes: Slips = [
  { from: 2, edits: 1 },
  { from: 5, edits: 2 },
]

const compareCodes = (texts: readonly string[]): Compare => {
  const spellings = new Spellings(texts, slipsOfCodes)
  return (a, b) => {
    const slips = spellings.slips(a, b)
    if (slips > 0) return slips === 1 ? level.near : level.loose
    const start = spellings.start(a, b)
    return start >= 2 && 2 * start >= spellings.shorter(a, b) ? level.remote : level.differ
  }
}

/** Numbers that are given out in one place or year begin alike: their beginnings say nothing. */
const compareNumbers = (texts: readonly string[]): Compare => {
  const spellings = new Spellings(texts, slipsOfCodes)
  return (a, b) => {
    const slips = spellings.slips(a, b)
    if (slips === 0) return level.differ
    return slips === 1 ? level.near : level.loose
  }
}

const compareMailboxes = (texts: readonly string[]): Compare => {
  const spellings = new Spellings(texts, [{ from: 5, edits: 2 }])
  const boxes = texts.map((text) => text.slice(0, Math.max(0, text.indexOf('@'))))
  const boxSpellings = new Spellings(boxes, [{ from: 3, edits: 2 }])
  return (a, b) => {
    if (spellings.slips(a, b) > 0) return level.near
    if (boxSpellings.shorter(a, b) < 3) return level.differ
    if (boxes[a] === boxes[b]) return level.loose
    return boxSpellings.slips(a, b) > 0 ? level.remote : level.differ
  }
}

/** Days are eight digits; parts that are not stated are zeros and agree with any. */
const compareDays = (texts: readonly string[]): Compare => {
  const days = Int32Array.from(texts, Number)
  return (a, b) => {
    const [left, right] = [days[a] as number, days[b] as number]
    const [year, month, day] = [yearOf(left), monthOf(left), left % 100]
    const [otherYear, otherMonth, otherDay] = [yearOf(right), monthOf(right), right % 100]
    const sameYear = year === otherYear
    if (month === 0 || otherMonth === 0) {
      if (sameYear) return level.loose
      return Math.abs(year - otherYear) <= 1 ? level.remote : level.differ
    }
    if (sameYear && month === otherDay && day === otherMonth) return level.near
    if (isSlip(left, right)) return level.near
    const parts = Number(sameYear) + Number(month === otherMonth) + Number(day === otherDay)
    if (parts >= 2) return level.loose
    return Math.abs(year - otherYear) <= 1 ? level.remote : level.differ
  }
}

const yearOf = (day: number): number => Math.trunc(day / 10_000)

const monthOf = (day: number): number => Math.trunc(day / 100) % 100

/** Whether two days differ in one digit, or in two neighbours that are exchanged. */
const isSlip = (a: number, b: number): boolean => {
  let [left, right] = [a, b]
  // From the last digit on, those that are equal are passed over.
  while (left % 10 === right % 10 && left !== right) {
    left = Math.trunc(left / 10)
    right = Math.trunc(right / 10)
  }
  const [ones, tens] = [left % 10, Math.trunc(left / 10) % 10]
  const [otherOnes, otherTens] = [right % 10, Math.trunc(right / 10) % 10]
  if (Math.trunc(left / 10) === Math.trunc(right / 10)) return ones !== otherOnes
  const isSwapped = ones === otherTens && tens === otherOnes
  return isSwapped && Math.trunc(left / 100) === Math.trunc(right / 100)
}

const makers: Readonly<Record<Kind, (texts: readonly string[]) => Compare>> = {
  name: compareNames,
  title: compareTexts,
  text: compareTexts,
  date: compareDays,
  code: compareCodes,
  number: compareNumbers,
  email: compareMailboxes,
  phone: compareCodes,
  category: () => differs,
  country: () => differs,
}
