import { type Field, makeField } from './field.ts'
import type { Gathered } from './gather.ts'
import { layOutNames } from './person-names.ts'
import { areDates, tellRole } from './rules/content.ts'
import { orderOf } from './rules/dates.ts'
import type { Role } from './rules/headers.ts'
import type { RecordKind } from './rules/kinds.ts'
import { identifying, type Kind, toValues } from './rules/values.ts'

/** Most fields that are compared: a pair's levels are kept in two words of ten. */
const mostFields = 20

/** A table of records as it is linked. */
export type Layout = {
  readonly fields: readonly Field[]
  /** Which of the fields are the parts of names, where there are such; −1 where not. */
  readonly given: number
  readonly family: number
  /** Names in their own scripts, where these differ. */
  readonly written: Field | undefined
  /** Columns that are not compared, with the reason. */
  readonly left: readonly { readonly column: string; readonly why: string }[]
}

/** Decides what each column is and lays the values out as they are compared. */
export const layOut = (
  gathered: readonly Gathered[],
  rows: number,
  kind: RecordKind = 'person',
): Layout => {
  const columns = gathered.map((column) => {
    const role = roleOf(column, rows)
    return { column, role: kind === 'person' ? role : (impersonal[role] ?? role) }
  })
  const withRole = (role: Role): Gathered | undefined =>
    columns.find((each) => each.role === role)?.column
  const [given, family] = [withRole('given'), withRole('family')]
  for (const each of columns)
    if (given && family && each.role === 'text' && !each.column.known)
      if (holdsBoth(each.column, [given, family], rows)) each.role = 'whole'
  const whole = columns.flatMap((each) => (each.role === 'whole' ? [each.column] : []))
  const names = layOutNames({ given, family, whole }, rows)
  const nameParts = [names.given, names.family].filter(
    (field) => field !== undefined && field.texts.length > 0,
  )
  const fields: Field[] = [...(nameParts as Field[])]
  if (names.other && names.other.texts.length > 0) fields.push(names.other)
  const dates = partDates(withRole('year'), withRole('month'), withRole('day'))
  if (dates) fields.push(dates)
  const left: { column: string; why: string }[] = []
  for (const { column, role } of byFilled(columns)) {
    if (role === 'none' || role === 'kind')
      left.push({ column: column.field, why: 'it says nothing that can be compared' })
    const kind = kinds[role]
    if (kind) fields.push(toField(column, kind))
  }
  const kept = keepMost(withoutCopies(fields, left))
  for (const { name } of kept.left)
    left.push({ column: name, why: `at most ${mostFields} columns are compared` })
  return {
    fields: kept.fields,
    given: kept.fields.indexOf(names.given as Field),
    family: kept.fields.indexOf(names.family as Field),
    written: names.written,
    left,
  }
}

/** The fields that are compared where there are too many: those that identify, then those with most values. */
const keepMost = (
  fields: readonly Field[],
): { fields: readonly Field[]; left: readonly Field[] } => {
  const ranked = [
    ...fields.filter(({ kind }) => identifying.has(kind)),
    ...fields.filter(({ kind }) => !identifying.has(kind)),
  ]
  const left = new Set(ranked.slice(mostFields))
  return { fields: fields.filter((field) => !left.has(field)), left: [...left] }
}

/** The columns with most values first, since not all may be compared; equal ones in their order. */
const byFilled = <T extends { readonly column: Gathered }>(columns: readonly T[]): readonly T[] => {
  const filled = columns.map((each, at) => {
    const blank = each.column.cells.reduce((count, cell) => count + (cell < 0 ? 1 : 0), 0)
    return { each, at, blank }
  })
  return filled.sort((a, b) => a.blank - b.blank || a.at - b.at).map(({ each }) => each)
}

/** How the values of each role are compared; other roles are laid out in their own ways. */
const kinds: Partial<Record<Role, Kind>> = {
  name: 'name',
  title: 'title',
  text: 'text',
  date: 'date',
  code: 'code',
  number: 'number',
  email: 'email',
  phone: 'phone',
  category: 'category',
  country: 'country',
  birth: 'date',
  gender: 'category',
}

/** How names are read that are no person's: whole, by the words of organisations. */
const impersonal: Partial<Record<Role, Role>> = {
  whole: 'title',
  family: 'title',
  given: 'title',
  name: 'title',
}

/** What a column's name tells, unless its values are no dates at all; else what they look like. */
const roleOf = ({ known, texts, cells }: Gathered, rows: number): Role => {
  if (known && (kinds[known.role] !== 'date' || areDates(texts))) return known.role
  const counts = new Int32Array(texts.length)
  for (const cell of cells) if (cell >= 0) counts[cell] = (counts[cell] as number) + 1
  return tellRole({ texts, counts }, rows)
}

const toField = ({ field, texts, cells }: Gathered, kind: Kind): Field => {
  const order = kind === 'date' ? orderOf(texts) : 'day-first'
  return makeField(field, kind, { stated: texts.map((text) => toValues(text, kind, order)), cells })
}

/** The share of rows in which a column must repeat others to count as one that does. */
const repeated = 0.8

/** Whether a column of words holds both parts of the name wherever all three are filled. */
const holdsBoth = (
  column: Gathered,
  [given, family]: readonly [Gathered, Gathered],
  rows: number,
): boolean => {
  const lower = [column, given, family].map(({ texts }) => texts.map((text) => text.toLowerCase()))
  let [filled, held] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const text = lower[0]?.[column.cells[row] as number]
    const one = lower[1]?.[given.cells[row] as number]
    const other = lower[2]?.[family.cells[row] as number]
    if (!text || !one || !other) continue
    filled++
    if (text.includes(one) && text.includes(other)) held++
  }
  return filled > 0 && held >= repeated * filled
}

/** A birth date out of columns for year, month and day. */
const partDates = (
  year: Gathered | undefined,
  month: Gathered | undefined,
  day: Gathered | undefined,
): Field | undefined => {
  if (!year) return undefined
  const numbers = new Map<string, number>()
  const cells = year.cells.map((_, row) => {
    const [y, m, d] = [year, month, day].map((part) => part?.texts[part.cells[row] as number])
    const text = y === undefined ? '' : [y, m ?? '0', d ?? '0'].join('-')
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
  const stated = [...numbers.keys()].map((text) => toValues(text, 'date', 'day-first'))
  return makeField('birth date', 'date', { stated, cells })
}

/** Leaves out a field that says the same as one before it in nearly every row: it is no second witness. */
const withoutCopies = (
  fields: readonly Field[],
  left: { column: string; why: string }[],
): Field[] => {
  const kept: Field[] = []
  for (const field of fields) {
    if (field.texts.length === 0) {
      left.push({ column: field.name, why: 'it has no value' })
      continue
    }
    const copied = kept.find((before) => before.kind === field.kind && isCopy(before, field))
    if (copied) left.push({ column: field.name, why: `it repeats ${copied.name}` })
    else kept.push(field)
  }
  return kept
}

const copied = 0.98

const isCopy = (a: Field, b: Field): boolean => {
  let [both, same] = [0, 0]
  for (let row = 0; row < a.cells.length; row++) {
    const [x, y] = [a.cells[row] as number, b.cells[row] as number]
    if (x < 0 || y < 0 || x >= a.texts.length || y >= b.texts.length) continue
    both++
    if (a.texts[x] === b.texts[y]) same++
  }
  return both > 0 && same >= copied * both && b.texts.length > 2
}
