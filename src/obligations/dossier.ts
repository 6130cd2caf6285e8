import type { StateStatement } from '../model/index.ts'
import { put } from './group.ts'
import { regradedBy } from './regrade.ts'
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
  /** One more, that is in none of the above: the functions below put it in its place. */
  readonly supposed?: Said
}

const none: readonly never[] = []

/** Orders what is said of one state. */
export const toDossier = (state: string, statements: readonly StateStatement[]): Dossier =>
  arrange(
    state,
    statements.map((statement) => toSaid(statement)),
  )

/** The dossier with one statement in the place of that of its id, or beside the others. */
export const withStatement = (dossier: Dossier, statement: StateStatement): Dossier => {
  const others = dossier.said.filter(({ id }) => id !== statement.id)
  return arrange(dossier.state, [...others, toSaid(statement)])
}

const arrange = (state: string, unsorted: readonly Said[]): Dossier => {
  const all = new Map(unsorted.map((one) => [one.id, one]))
  const said = unsorted.map((one) => grade(one, all)).sort(newestFirst)
  const byRole = new Map<Role, Said[]>()
  const byChain = new Map<string, Said[]>()
  const corrections = new Map<string, Said[]>()
  for (const one of said) {
    for (const role of one.roles) put(byRole, role, one)
    put(byChain, one.chain, one)
    const target = correctedBy(one)
    if (target !== undefined) put(corrections, target, one)
  }
  const byId = new Map(said.map((one) => [one.id, one]))
  return { state, said, byId, byRole, byChain, corrections }
}

/** What corrects another may only grade it anew, if that is here. */
const grade = (one: Said, all: ReadonlyMap<string, Said>): Said => {
  if (correctedBy(one) === undefined) return one
  const regrades = regradedBy(one.statement, (id) => all.get(id)?.statement)
  return regrades.length > 0 || one.regrades.length > 0 ? toSaid(one.statement, regrades) : one
}

const correctedBy = ({ statement: { relation, target } }: Said): string | undefined =>
  relation === 'corrects' ? target : undefined

/** A dossier as it would be with one more statement, for questions by role, chain, target and id. */
export const suppose = (dossier: Dossier, statement: StateStatement): Dossier => ({
  ...dossier,
  supposed: toSaid(statement),
})

/** What is said of a state in one part, newest first. */
export const inRole = ({ byRole, supposed }: Dossier, role: Role): readonly Said[] => {
  const list = byRole.get(role) ?? none
  return supposed?.roles.includes(role) ? insert(list, supposed) : list
}

/** What one origin said on the matter of a chain, newest first. */
export const inChain = ({ byChain, supposed }: Dossier, chain: string): readonly Said[] => {
  const list = byChain.get(chain) ?? none
  return supposed?.chain === chain ? insert(list, supposed) : list
}

/** What says that it corrects a statement, newest first. */
export const correctionsOf = ({ corrections, supposed }: Dossier, id: string): readonly Said[] => {
  const list = corrections.get(id) ?? none
  return supposed && correctedBy(supposed) === id ? insert(list, supposed) : list
}

/** The statement of an id. */
export const findSaid = ({ byId, supposed }: Dossier, id: string): Said | undefined =>
  supposed?.id === id ? supposed : byId.get(id)

const insert = (list: readonly Said[], one: Said): readonly Said[] => {
  const at = list.findIndex((other) => newestFirst(one, other) < 0)
  return at === -1 ? [...list, one] : [...list.slice(0, at), one, ...list.slice(at)]
}
