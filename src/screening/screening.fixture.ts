import { type Entity, entityId, type Schema, type SourceId } from '../model/index.ts'

/** An entity from its properties, for tests; every statement has a place of its own. */
export const made = (
  id: string,
  schema: Schema,
  properties: Readonly<Record<string, string | readonly string[]>>,
): Entity => {
  const entity = entityId('entity', id)
  return {
    id: entity,
    schema,
    key: id,
    statements: Object.entries(properties).flatMap(([prop, values]) =>
      [values].flat().map((value, k) => ({
        source: '0'.repeat(16) as SourceId,
        place: `row:1/${prop}${k}`,
        learned: null,
        entity,
        schema,
        prop,
        value,
      })),
    ),
  }
}
