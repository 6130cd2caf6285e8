import type { Kind } from './rules/values.ts'

/**
 * A field as it is compared. A value is the number of its text in `texts`, which stand in code-point
 * order, so that nothing depends on the order of rows. A cell that states several values has a number
 * of its own beyond the texts.
 */
export type Field = {
  readonly name: string
  readonly kind: Kind
  readonly texts: readonly string[]
  /** The values of cells with several, from number `texts.length` on. */
  readonly sets: readonly Int32Array[]
  /** Value of each row or record; −1 where nothing is stated. */
  readonly cells: Int32Array
}

/** The numbers of a value's single values: itself, or the members of a set. */
export const membersOf = ({ texts, sets }: Field, value: number): ArrayLike<number> =>
  value < texts.length ? [value] : (sets[value - texts.length] as Int32Array)

/** The value as a reader is shown it. */
export const showValue = (field: Field, value: number): string =>
  Array.from(membersOf(field, value), (member) => field.texts[member] as string).join('; ')

/** Makes a field of the values that each cell states; `cells` has numbers into `stated`. */
export const makeField = (
  name: string,
  kind: Kind,
  { stated, cells }: { stated: readonly (readonly string[])[]; cells: Int32Array },
): Field => {
  const texts = [...new Set(stated.flat())].sort()
  const numbers = new Map(texts.map((text, number) => [text, number]))
  const several = [
    ...new Map(
      stated.filter(({ length }) => length > 1).map((values) => [values.join(';'), values]),
    ),
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  const setNumbers = new Map(several.map(([key], k) => [key, texts.length + k]))
  const numberOf = (values: readonly string[]): number => {
    if (values.length === 0) return -1
    const single = values.length === 1 ? numbers : setNumbers
    return single.get(values.join(';')) as number
  }
  const renumbered = stated.map(numberOf)
  return {
    name,
    kind,
    texts,
    sets: several.map(([, values]) =>
      Int32Array.from(values, (value) => numbers.get(value) as number),
    ),
    cells: cells.map((cell) => (cell < 0 ? -1 : (renumbered[cell] as number))),
  }
}
