import { scriptOf } from '../../names/index.ts'
import { type Field, makeField } from './field.ts'
import type { Gathered } from './gather.ts'
import { Ints } from './ints.ts'
import { restOf, splitName } from './rules/names.ts'
import { toValues } from './rules/values.ts'

/** The names of persons as fields, and the names as written where scripts differ. */
export type NameFields = {
  readonly given: Field | undefined
  readonly family: Field | undefined
  /** What whole names say beside given and family names. */
  readonly other: Field | undefined
  /** Whole names in their own script; undefined where all are in one. */
  readonly written: Field | undefined
}

export type NameColumns = {
  readonly given: Gathered | undefined
  readonly family: Gathered | undefined
  readonly whole: readonly Gathered[]
}

/** Lays names out by given and family name, from columns of parts, of whole names, or of both. */
export const layOutNames = (columns: NameColumns, rows: number): NameFields => {
  const { given, family, whole } = columns
  const written = layOutWritten(columns, rows)
  if (whole.length === 0)
    return {
      given: given && plainField('given name', given),
      family: family && plainField('family name', family),
      other: undefined,
      written,
    }
  const [givenCells, familyCells, otherCells] = [new Stated(), new Stated(), new Stated()]
  const taken = new Map<string, readonly [number, number, number]>()
  for (let row = 0; row < rows; row++) {
    const key = [given, family, ...whole].map((column) => column?.cells[row] ?? -1).join()
    let numbers = taken.get(key)
    if (!numbers) {
      const parts = partsOf(columns, row)
      numbers = [
        givenCells.number(parts.given),
        familyCells.number(parts.family),
        otherCells.number(parts.other),
      ]
      taken.set(key, numbers)
    }
    givenCells.cells.push(numbers[0])
    familyCells.cells.push(numbers[1])
    otherCells.cells.push(numbers[2])
  }
  return {
    given: makeField('given name', 'name', givenCells.done()),
    family: makeField('family name', 'name', familyCells.done()),
    other: given || family ? makeField('other names', 'text', otherCells.done()) : undefined,
    written,
  }
}

const plainField = (name: string, { texts, cells }: Gathered): Field =>
  makeField(name, 'name', {
    stated: texts.map((text) => toValues(text, 'name', 'day-first')),
    cells,
  })

/** Lists of values, each once, and which of them a row has. */
class Stated {
  readonly #lists: (readonly string[])[] = []
  readonly #numbers = new Map<string, number>()
  readonly cells = new Ints()

  number(values: readonly string[]): number {
    const list = [...new Set(values.filter((value) => value !== ''))].sort()
    const key = list.join(';')
    const found = this.#numbers.get(key)
    if (found !== undefined) return found
    this.#numbers.set(key, this.#lists.length)
    return this.#lists.push(list) - 1
  }

  done(): { stated: readonly (readonly string[])[]; cells: Int32Array } {
    return { stated: this.#lists, cells: this.cells.view() }
  }
}

const textOf = (column: Gathered | undefined, row: number): string =>
  column?.texts[column.cells[row] as number] ?? ''

type Parts = Readonly<Record<'given' | 'family' | 'other', readonly string[]>>

/** The names of a row; whole ones are split only where no column states the part. */
const partsOf = ({ given, family, whole }: NameColumns, row: number): Parts => {
  const stated = {
    given: toValues(textOf(given, row), 'name', 'day-first'),
    family: toValues(textOf(family, row), 'name', 'day-first'),
  }
  const names = whole.flatMap((column) => textOf(column, row).split(';')).filter((name) => name)
  if (stated.given.length === 0 && stated.family.length === 0) {
    const split = names.map(splitName)
    return {
      given: split.map((each) => each.given),
      family: split.map((each) => each.family),
      other: [],
    }
  }
  const rest = names.map((name) => restOf(name, ...stated.given, ...stated.family))
  if (stated.given.length > 0 && stated.family.length > 0) return { ...stated, other: rest }
  return stated.given.length === 0
    ? { ...stated, given: rest, other: [] }
    : { ...stated, family: rest, other: [] }
}

/** Names as they are written, family name first in no certain order: comparing them minds neither. */
const layOutWritten = ({ given, family, whole }: NameColumns, rows: number): Field | undefined => {
  const columns = [given, family, ...whole].filter((column) => column !== undefined)
  const scripts = new Set(columns.flatMap(({ texts }) => texts.map(scriptOf)))
  scripts.delete('Zyyy')
  if (scripts.size < 2) return undefined
  const stated = new Stated()
  for (let row = 0; row < rows; row++) {
    const names = whole.map((column) => textOf(column, row)).filter((name) => name !== '')
    const parts = [textOf(family, row), textOf(given, row)].filter((part) => part !== '').join(' ')
    stated.cells.push(stated.number(names.length > 0 ? names.join(';').split(';') : [parts]))
  }
  return makeField('name', 'name', stated.done())
}
