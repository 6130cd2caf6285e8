import type { Millibits } from '../../model/index.ts'
import { nameWeight, readName, scriptOf } from '../../names/index.ts'
import { largestBlock } from './blocks.ts'
import { type Field, membersOf } from './field.ts'
import type { Records } from './records.ts'
import { type Compare, compareBy } from './rules/compare.ts'
import { level } from './rules/levels.ts'
import { anyOrder } from './rules/names.ts'
import { hashText } from './rules/random.ts'

/** Levels of ten fields fit one word of 30 bits. */
export const fieldsInWord = 10

/** Where the parts of the name stand among the fields; −1 where there are none. */
export type NamePlaces = { readonly given: number; readonly family: number }

/**
 * Compares records with each other; `low` and `high` then hold the levels of their fields. The records of
 * a block are first laid side by side: of a million records each would be far away from the next.
 */
export class Comparison {
  low = 0
  high = 0
  readonly #fields: readonly Field[]
  readonly #width: number
  readonly #compare: readonly Compare[]
  /** Values of record after record, after them the number of its name in any order of words. */
  readonly #grid: Int32Array
  readonly #names: NamePlaces
  readonly #scripts: Scripts | undefined
  readonly #levels: Uint8Array
  /** The records that were laid out, and their rows of the grid. */
  readonly #laid = new Int32Array(largestBlock)
  readonly #rows: Int32Array

  constructor(records: Records, names: NamePlaces) {
    const { fields, count } = records
    this.#fields = fields
    this.#width = fields.length
    this.#compare = fields.map(compareValues)
    const columns = [...fields.map(({ cells }) => cells), ordersOf(records, names)]
    this.#grid = new Int32Array(count * columns.length)
    columns.forEach((cells, at) => {
      for (let record = 0; record < count; record++)
        this.#grid[record * columns.length + at] = cells[record] as number
    })
    this.#rows = new Int32Array(largestBlock * columns.length)
    this.#names = names
    this.#scripts = records.written && new Scripts(records.written)
    this.#levels = new Uint8Array(fields.length)
  }

  /** Compares two records. */
  compare(a: number, b: number): void {
    this.layOut(0, a)
    this.layOut(1, b)
    this.compareLaid(0, 1)
  }

  /** Lays a record out at a place, of which there are as many as a block has. */
  layOut(place: number, record: number): void {
    const stride = this.#width + 1
    const [from, to] = [record * stride, place * stride]
    for (let at = 0; at < stride; at++) this.#rows[to + at] = this.#grid[from + at] as number
    this.#laid[place] = record
  }

  /** Compares the records at two places. */
  compareLaid(one: number, other: number): void {
    const [levels, width, rows] = [this.#levels, this.#width, this.#rows]
    const [left, right] = [one * (width + 1), other * (width + 1)]
    for (let at = 0; at < width; at++) {
      const [x, y] = [rows[left + at] as number, rows[right + at] as number]
      if (x < 0 || y < 0) levels[at] = level.unknown
      else levels[at] = x === y ? level.same : (this.#compare[at] as Compare)(x, y)
    }
    this.#compareNames(one, other)
    let [low, high] = [0, 0]
    for (let at = Math.min(width, fieldsInWord) - 1; at >= 0; at--)
      low = (low << 3) | (levels[at] as number)
    for (let at = width - 1; at >= fieldsInWord; at--) high = (high << 3) | (levels[at] as number)
    this.low = low
    this.high = high
  }

  /** Names with their parts exchanged, and names in two scripts, are told at the family name. */
  #compareNames(one: number, other: number): void {
    const { given, family } = this.#names
    const levels = this.#levels
    const told = family >= 0 ? family : given
    if (told < 0) return
    if ((levels[given] ?? 0) > level.remote || (levels[family] ?? 0) > level.remote) return
    const stride = this.#width + 1
    const order = this.#rows[one * stride + this.#width]
    if (
      order !== 0 &&
      order === this.#rows[other * stride + this.#width] &&
      this.#cross(one, other)
    ) {
      levels[given] = level.unknown
      levels[family] = level.crossed
    } else if (this.#scripts?.differ(this.#laid[one] as number, this.#laid[other] as number)) {
      if (given >= 0) levels[given] = level.unknown
      levels[told] = level.read
    }
  }

  /** Whether two names have the same words; numbers of others may be equal by chance. */
  #cross(one: number, other: number): boolean {
    const wordsOf = (place: number): string => {
      const record = this.#laid[place] as number
      const { given, family } = this.#names
      const [first, last] = [given, family].map(
        (field) => this.#fields[field]?.texts[this.valueOf(record, field)] ?? '',
      )
      return anyOrder(first as string, last as string)
    }
    return wordsOf(one) === wordsOf(other)
  }

  /** What names in two scripts weigh as they are read. */
  readWeight(a: number, b: number): Millibits {
    return this.#scripts?.weigh(a, b) ?? 0
  }

  /** The field at which exchanged names and names in two scripts are told. */
  get told(): number {
    return this.#names.family >= 0 ? this.#names.family : this.#names.given
  }

  /** The values of a record in a field; −1 where nothing is stated. */
  valueOf(record: number, field: number): number {
    return this.#grid[record * (this.#width + 1) + field] as number
  }
}

/** Compares values of a field, of sets by the members that are most alike. */
const compareValues = (field: Field): Compare => {
  const { kind, texts, sets } = field
  const single = compareBy(kind, texts)
  if (sets.length === 0) return single
  return (a, b) => {
    if (a < texts.length && b < texts.length) return single(a, b)
    const [some, others] = [membersOf(field, a), membersOf(field, b)]
    let best: ReturnType<Compare> = level.differ
    for (let i = 0; i < some.length; i++)
      for (let j = 0; j < others.length; j++) {
        const [x, y] = [some[i] as number, others[j] as number]
        const found = x === y ? level.same : single(x, y)
        if (found > best) best = found
      }
    return best
  }
}

/** A number of each record's name that is the same in any order of its words; 0 where a part is missing. */
const ordersOf = ({ fields, count }: Records, { given, family }: NamePlaces): Int32Array => {
  const orders = new Int32Array(count)
  const [first, last] = [fields[given], fields[family]]
  if (!first || !last) return orders
  const [some, others] = [first.texts.map(sumOfWords), last.texts.map(sumOfWords)]
  for (let record = 0; record < count; record++) {
    const one = some[first.cells[record] as number]
    const other = others[last.cells[record] as number]
    if (one !== undefined && other !== undefined) orders[record] = (one + other) | 0 || 1
  }
  return orders
}

const sumOfWords = (text: string): number =>
  text.split(' ').reduce((sum, word) => (sum + hashText(word)) | 0, 0)

/** Most that a name read in two scripts may say for or against, as for any one field. */
export const mostRead: Millibits = 12_000

/** Names as they are written, for records whose scripts differ. */
class Scripts {
  readonly #written: Field
  readonly #scripts: readonly string[]
  readonly #weights = new Map<string, Millibits>()

  constructor(written: Field) {
    this.#written = written
    this.#scripts = written.texts.map(scriptOf)
  }

  #scriptOf(record: number): string | undefined {
    const value = this.#written.cells[record] as number
    return value < 0 ? undefined : this.#scripts[membersOf(this.#written, value)[0] as number]
  }

  differ(a: number, b: number): boolean {
    const [left, right] = [this.#scriptOf(a), this.#scriptOf(b)]
    return left !== undefined && right !== undefined && left !== right
  }

  weigh(a: number, b: number): Millibits {
    const { cells, texts } = this.#written
    const [x, y] = [cells[a] as number, cells[b] as number]
    const key = `${x} ${y}`
    const known = this.#weights.get(key)
    if (known !== undefined) return known
    let best = -mostRead
    for (const one of Array.from(membersOf(this.#written, x)))
      for (const other of Array.from(membersOf(this.#written, y))) {
        const names = [one, other].map((value) => readName(texts[value] as string))
        best = Math.max(best, nameWeight(...(names as [(typeof names)[0], (typeof names)[0]])))
      }
    const weight = Math.min(mostRead, best)
    this.#weights.set(key, weight)
    return weight
  }
}
