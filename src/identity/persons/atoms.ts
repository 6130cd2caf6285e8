import { type Field, membersOf } from './field.ts'
import type { Records } from './records.ts'
import { atomRules } from './rules/atoms.ts'
import { hashText } from './rules/random.ts'

/** Atoms of one field: for each of its single values a number other than 0, or 0 where it has none. */
export type Atom = {
  readonly field: number
  readonly name: string
  readonly isWhole: boolean
  readonly of: Int32Array
}

/** Every atom of the fields. */
export const atomsOf = (fields: readonly Field[]): readonly Atom[] =>
  fields.flatMap(({ name, kind, texts }, field) =>
    atomRules(kind).map((rule, at) => ({
      field,
      name: rule.name === '' ? name : `${rule.name} of ${name}`,
      isWhole: at === 0,
      of: Int32Array.from(texts, (text) => {
        const part = rule.of(text)
        return part === '' ? 0 : hashText(part) | 0 || 1
      }),
    })),
  )

/**
 * Records as they are looked for: one with several values in a field has several variants, each with
 * one value of each field, so that every value stands in one. The first `count` are the records.
 */
export type Variants = {
  readonly recordOf: Int32Array
  /** Single value of a variant in each field; −1 where there is none. */
  readonly cells: readonly Int32Array[]
  /** Records with several variants: only pairs of these can meet twice in one way. */
  readonly isSeveral: Uint8Array
}

export const variantsOf = ({ fields, count }: Records): Variants => {
  if (fields.every(({ sets }) => sets.length === 0)) {
    const recordOf = new Int32Array(count).map((_, record) => record)
    return { recordOf, cells: fields.map(({ cells }) => cells), isSeveral: new Uint8Array(count) }
  }
  const isSeveral = new Uint8Array(count)
  const members = (field: Field, record: number): ArrayLike<number> => {
    const value = field.cells[record] as number
    return value < 0 ? [] : membersOf(field, value)
  }
  const further: (readonly [record: number, variant: number])[] = []
  for (let record = 0; record < count; record++) {
    const most = Math.max(...fields.map((field) => members(field, record).length))
    for (let variant = 1; variant < most; variant++) {
      further.push([record, variant])
      isSeveral[record] = 1
    }
  }
  const recordOf = new Int32Array(count + further.length)
  const cells = fields.map((field) => {
    const values = new Int32Array(recordOf.length).fill(-1)
    for (let at = 0; at < recordOf.length; at++) {
      const [record, variant] =
        at < count ? [at, 0] : (further[at - count] as readonly [number, number])
      recordOf[at] = record
      const stated = members(field, record)
      if (stated.length > 0) values[at] = stated[Math.min(variant, stated.length - 1)] as number
    }
    return values
  })
  return { recordOf, cells, isSeveral }
}
