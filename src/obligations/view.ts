import type { StateStatement } from '../model/index.ts'
import type { Dossier } from './dossier.ts'
import type { Proof } from './proof.ts'
import type { Said } from './said.ts'
import type { ConditionName } from './status-rules.ts'

/** Whether a statement still stands, and what that rests on besides itself. */
export type Standing = {
  readonly is: 'live' | 'corrected' | 'graded anew' | 'superseded'
  readonly parts: readonly Proof[]
}

/** Whether a condition holds, and why. */
export type Held = { readonly holds: boolean; readonly proof: Proof }

/** A change from work visas to others, in words, with the day by which it is seen and its figures. */
export type SwitchSeen = {
  /** In days since 1970-01-01. */
  readonly by: number
  readonly says: string
  readonly statements: readonly string[]
}

/** Finds in the visas, permits and entries of a state where other visas took the place of work visas. */
export type FindSwitches = (figures: readonly StateStatement[]) => readonly SwitchSeen[]

/** What a view is of: the day asked about, the day of knowledge (both count), and a detector. */
export type Looking = {
  readonly on: number
  readonly known: number
  readonly findSwitches?: FindSwitches | undefined
}

/** A state as it was on one day, from what was known on another. What is worked out is kept. */
export type View = Looking & {
  readonly dossier: Dossier
  readonly standings: Map<Said, Standing>
  readonly conditions: Map<ConditionName, Held>
  /** What says that workers are there, by least grade. */
  readonly sightings: Map<string, readonly Said[]>
}

/** Looks at a state on a day, from what was known on a day. */
export const toView = (dossier: Dossier, { on, known, findSwitches }: Looking): View => ({
  dossier,
  on,
  known,
  findSwitches,
  standings: new Map(),
  conditions: new Map(),
  sightings: new Map(),
})

/** Nothing learned after the day of knowledge counts, nor anything about a time after the day asked about. */
export const isInScope = ({ on, known }: View, said: Said): boolean =>
  said.known <= known && said.since <= on

/** Last day, up to the day asked about, that a statement is about. */
export const lastDay = ({ on }: View, { end }: Said): number => Math.min(end, on)
