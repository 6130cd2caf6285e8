import type { JsonLine } from '../../formats/index.ts'
import type { Placed, Source } from '../../model/index.ts'
import type { SubjectRow } from './subject.ts'

/** Values of one property: a text, a number, or a list of them. */
const toTexts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(toTexts)
  if (typeof value === 'string') return [value]
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A line as a subject: a flat object of properties, or a FollowTheMoney entity with `properties`. A
 * flat text with `;` holds several values, as a cell does. Undefined where the line is no object.
 */
export const toJsonRow = (
  { line, value }: Extract<JsonLine, { ok: true }>,
  number: number,
  source: Source,
  map: ReadonlyMap<string, string>,
): SubjectRow | undefined => {
  if (!isObject(value)) return undefined
  const place = `line:${line}`
  const isEntity = isObject(value.properties)
  const fields = isEntity ? (value.properties as Readonly<Record<string, unknown>>) : value
  const named = new Map([...map].map(([field, own]) => [own, field]))
  const values = Object.entries(fields).flatMap(([name, each]) =>
    toTexts(each)
      .flatMap((text) => (isEntity ? [text] : text.split(';')))
      .flatMap((text) => toPlaced(text, place))
      .map((placed) => [named.get(name) ?? name, placed] as const),
  )
  return {
    source,
    place,
    number,
    text: JSON.stringify(value),
    key: toTexts(value[map.get('id') ?? 'id'])[0]?.trim() || undefined,
    schema: toTexts(value[map.get('schema') ?? 'schema'])[0]?.trim() || undefined,
    values,
  }
}

const toPlaced = (written: string, place: string): Placed[] => {
  const value = written.trim()
  return value ? [{ text: value, value, place }] : []
}
