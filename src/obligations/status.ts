import type { StateStatement } from '../model/index.ts'
import { type Authorisation, authorisationOf } from './axes/authorisation.ts'
import { type Excuse, excuseOf } from './axes/excuse.ts'
import { type Presence, presenceOf } from './axes/presence.ts'
import { type Reporting, reportingOf } from './axes/reporting.ts'
import type { Contradiction } from './contradictions/contradiction.ts'
import { contradictionsOf } from './contradictions.ts'
import { type Dossier, toDossier, withStatement } from './dossier.ts'
import { type Flip, flipsOf } from './flips.ts'
import { groupBy } from './group.ts'
import { type Headcount, headcountOf } from './headcount.ts'
import { labelOf } from './label.ts'
import { type Cell, statementsOf } from './proof.ts'
import type { Label } from './status-rules.ts'
import { type Looking, toView } from './view.ts'

/** What is known of a state on a day, each cell with its proof. */
export type Status = {
  /** ISO 3166-1 alpha-3 code. */
  readonly state: string
  readonly label: Cell<Label>
  readonly midterm: Cell<Reporting>
  readonly final: Cell<Reporting>
  readonly presence: Cell<Presence>
  readonly authorisation: Cell<Authorisation>
  readonly excuse: Cell<Excuse>
  readonly headcount: Cell<Headcount>
  readonly contradictions: Cell<readonly Contradiction[]>
  readonly flips: Cell<readonly Flip[]>
  /** Every statement that any of it rests on, in code-point order of the ids. */
  readonly proof: readonly string[]
}

/** Statements by state. A changed statement touches the dossier of one state only. */
export type Dossiers = ReadonlyMap<string, Dossier>

/** Sorts statements by state; the order in which they come does not matter. */
export const toDossiers = (statements: Iterable<StateStatement>): Dossiers =>
  new Map(
    [...groupBy(statements, ({ state }) => state)].map(([state, said]) => [
      state,
      toDossier(state, said),
    ]),
  )

/** The same statements with one in the place of that of its id, or beside the others. */
export const replaceStatement = (dossiers: Dossiers, statement: StateStatement): Dossiers => {
  const { state } = statement
  const dossier = withStatement(dossiers.get(state) ?? toDossier(state, []), statement)
  return new Map(dossiers).set(state, dossier)
}

/** The status of a state; of one without any statement too. */
export const statusOf = (dossiers: Dossiers, state: string, looking: Looking): Status =>
  statusIn(dossiers.get(state) ?? toDossier(state, []), looking)

const statusIn = (dossier: Dossier, looking: Looking): Status => {
  const view = toView(dossier, looking)
  const label = labelOf(view)
  const cells = {
    label,
    midterm: reportingOf(view, 'midterm'),
    final: reportingOf(view, 'final'),
    presence: presenceOf(view),
    authorisation: authorisationOf(view),
    excuse: excuseOf(view),
    headcount: headcountOf(view),
    contradictions: contradictionsOf(view),
    flips: flipsOf(view, label),
  }
  const proof = statementsOf(...Object.values(cells).map((cell) => cell.proof))
  return { state: dossier.state, ...cells, proof }
}
