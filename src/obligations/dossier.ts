import type { StateStatement } from '../model/index.ts'
import { newestFirst, type Said, toSaid } from './said.ts'
import type { Role } from './status-rules.ts'

/** All that is said of one state, in order and by the ways in which the rules look for it. */
export type Dossier = {
  readonly state: string
  /** Newest first. */
  readonly said: readonly Said[]
  readonly byId: ReadonlyMap<string, Said>
  readonly byRole: ReadonlyMap<Role, readonly Said[]>
  /** Words of one origin in which a later one takes the place of an earlier one. */
  readonly byChain: ReadonlyMap<string, readonly Said[]>
  /** Corrections by the id of what they correct. */
  readonly corrections: ReadonlyMap<string, readonly Said[]>
}

const none: readonly never[] = []

/**
 * Where a statement's later word is looked for. Events are replaced only by a later version of the same
 * event; standing words (those with a topic) by any later word on the topic.
 */
export const chainOf = ({ origin, topic, statement, from, end, report }: Said): string =>
  topic === undefined
    ? `${origin}\t${statement.prop}\t${statement.kind ?? ''}\t${report ?? ''}\t${from}\t${statement.validTo ? end : ''}`
    : `${origin}\t:${topic}`

/** Orders what is said of one state. */
export const toDossier = (state: string, statements: readonly StateStatement[]): Dossier => {
  const said = statements.map(toSaid).sort(newestFirst)
  const byRole = new Map<Role, Said[]>()
  const byChain = new Map<string, Said[]>()
  const corrections = new Map<string, Said[]>()
  for (const one of said) {
    for (const role of one.roles) push(byRole, role, one)
    push(byChain, chainOf(one), one)
    const { relation, target } = one.statement
    if (relation === 'corrects' && target) push(corrections, target, one)
  }
  const byId = new Map(said.map((one) => [one.id, one]))
  return { state, said, byId, byRole, byChain, corrections }
}

const push = <K>(map: Map<K, Said[]>, key: K, one: Said): void => {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

/** The same dossier with one more statement; everything that it does not touch is shared. */
export const withStatement = (dossier: Dossier, statement: StateStatement): Dossier => {
  const one = toSaid(statement)
  const byRole = new Map(dossier.byRole)
  for (const role of one.roles) byRole.set(role, insert(byRole.get(role) ?? none, one))
  const byChain = new Map(dossier.byChain)
  byChain.set(chainOf(one), insert(byChain.get(chainOf(one)) ?? none, one))
  let { corrections } = dossier
  const { relation, target } = statement
  if (relation === 'corrects' && target)
    corrections = new Map(corrections).set(
      target,
      insert(corrections.get(target) ?? none, one) as Said[],
    )
  const byId = new Map(dossier.byId).set(one.id, one)
  return { ...dossier, said: insert(dossier.said, one), byId, byRole, byChain, corrections }
}

const insert = (list: readonly Said[], one: Said): readonly Said[] => {
  const at = list.findIndex((other) => newestFirst(one, other) < 0)
  return at === -1 ? [...list, one] : [...list.slice(0, at), one, ...list.slice(at)]
}

/** What is said of a state in one part, newest first. */
export const inRole = ({ byRole }: Dossier, role: Role): readonly Said[] => byRole.get(role) ?? none
