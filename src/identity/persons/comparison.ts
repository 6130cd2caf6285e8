import type { Millibits } from '../../model/index.ts'
import { nameWeight, readName, scriptOf } from '../../names/index.ts'
import { type Field, membersOf } from './field.ts'
import type { Records } from './records.ts'
import { type Compare, compareBy } from './rules/compare.ts'
import { level } from './rules/levels.ts'
import { anyOrder } from './rules/names.ts'

/** Levels of ten fields fit one word of 30 bits. */
export const fieldsInWord = 10

/** Where the parts of the name stand among the fields; −1 where there are none. */
export type NamePlaces = { readonly given: number; readonly family: number }

/** Compares records with each other; `low` and `high` then hold the levels of their fields. */
export class Comparison {
  low = 0
  high = 0
  readonly #fields: readonly Field[]
  readonly #compare: readonly Compare[]
  /** Values of record after record, so that those of one lie together. */
  readonly #grid: Int32Array
  readonly #names: NamePlaces
  /** Number of the name in any order of its words; −1 where a part is missing. */
  readonly #orders: Int32Array | undefined
  readonly #scripts: Scripts | undefined
  readonly #levels: Uint8Array

  constructor(records: Records, names: NamePlaces) {
    const { fields, count } = records
    this.#fields = fields
    this.#compare = fields.map(compareValues)
    this.#grid = new Int32Array(count * fields.length)
    fields.forEach(({ cells }, at) => {
      for (let record = 0; record < count; record++)
        this.#grid[record * fields.length + at] = cells[record] as number
    })
    this.#names = names
    this.#orders = ordersOf(records, names)
    this.#scripts = records.written && new Scripts(records.written)
    this.#levels = new Uint8Array(fields.length)
  }

  /** Compares two records. */
  compare(a: number, b: number): void {
    const levels = this.#levels
    const width = levels.length
    const grid = this.#grid
    const [left, right] = [a * width, b * width]
    for (let at = 0; at < width; at++) {
      const [x, y] = [grid[left + at] as number, grid[right + at] as number]
      if (x < 0 || y < 0) levels[at] = level.unknown
      else levels[at] = x === y ? level.same : (this.#compare[at] as Compare)(x, y)
    }
    this.#compareNames(a, b)
    let [low, high] = [0, 0]
    for (let at = Math.min(width, fieldsInWord) - 1; at >= 0; at--)
      low = (low << 3) | (levels[at] as number)
    for (let at = width - 1; at >= fieldsInWord; at--) high = (high << 3) | (levels[at] as number)
    this.low = low
    this.high = high
  }

  /** Names with their parts exchanged, and names in two scripts, are told at the family name. */
  #compareNames(a: number, b: number): void {
    const { given, family } = this.#names
    const levels = this.#levels
    const told = family >= 0 ? family : given
    if (told < 0) return
    if ((levels[given] ?? 0) > level.remote || (levels[family] ?? 0) > level.remote) return
    const orders = this.#orders
    if (orders && (orders[a] as number) >= 0 && orders[a] === orders[b]) {
      levels[given] = level.unknown
      levels[family] = level.crossed
    } else if (this.#scripts?.differ(a, b)) {
      if (given >= 0) levels[given] = level.unknown
      levels[told] = level.read
    }
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
    return this.#grid[record * this.#fields.length + field] as number
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

const ordersOf = (
  { fields, count }: Records,
  { given, family }: NamePlaces,
): Int32Array | undefined => {
  const [first, last] = [fields[given], fields[family]]
  if (!first || !last) return undefined
  const numbers = new Map<string, number>()
  return Int32Array.from({ length: count }, (_, record) => {
    const one = first.texts[first.cells[record] as number]
    const other = last.texts[last.cells[record] as number]
    if (one === undefined || other === undefined) return -1
    const key = anyOrder(one, other)
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

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
