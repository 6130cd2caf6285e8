import type { Entity, EntityId, Evidence, Millibits, Schema, SourceId } from '../model/index.ts'
import { toProfile } from './profile.ts'
import { bestNamePair, nameEvidence } from './rules/name.ts'
import { toEvidence } from './screener.ts'

/** Two names compared by themselves: even odds before looking: the prior is 0. */
export type Compared = {
  readonly prior: Millibits
  readonly evidence: readonly Evidence[]
  readonly total: Millibits
}

const entityOf = (name: string, schema: Schema): Entity => {
  const id = 'entity:compare' as EntityId
  const said = { source: '' as SourceId, place: '', learned: null, entity: id, schema }
  return { id, schema, key: name, statements: [{ ...said, prop: 'name', value: name }] }
}

/** Compares two names as screening does. A name without any letter or digit agrees with nothing. */
export const compareNames = (a: string, b: string, schema: Schema = 'Thing'): Compared => {
  const [left, right] = [toProfile(entityOf(a, schema)), toProfile(entityOf(b, schema))]
  const pair = bestNamePair(left, right)
  const evidence = pair ? nameEvidence(pair).map(toEvidence) : []
  return { prior: 0, evidence, total: evidence.reduce((sum, piece) => sum + piece.millibits, 0) }
}
