import type { Authorisation } from './axes/authorisation.ts'
import type { Excuse } from './axes/excuse.ts'
import type { Presence } from './axes/presence.ts'
import type { Reporting } from './axes/reporting.ts'
import type { ContradictionKind } from './contradictions/contradiction.ts'
import type { Flip } from './flips.ts'
import type { Headcount } from './headcount.ts'
import type { Status } from './status.ts'
import type { Label } from './status-rules.ts'

/** A status as `muster states` answers it to programs. */
export type StatusAnswer = {
  readonly state: string
  readonly label: Label
  readonly axes: {
    readonly reporting: { readonly midterm: Reporting; readonly final: Reporting }
    readonly presence: Presence
    readonly authorisation: Authorisation
    readonly excuse: Excuse
  }
  readonly headcount: Headcount
  /** Ids of all statements that any of it rests on. */
  readonly proof: readonly string[]
  readonly contradictions: readonly {
    readonly kind: ContradictionKind
    readonly statements: readonly string[]
  }[]
  readonly flips: readonly Flip[]
}

/** The values of a status without their trees of proof. */
export const toStatusAnswer = (status: Status): StatusAnswer => ({
  state: status.state,
  label: status.label.value,
  axes: {
    reporting: { midterm: status.midterm.value, final: status.final.value },
    presence: status.presence.value,
    authorisation: status.authorisation.value,
    excuse: status.excuse.value,
  },
  headcount: status.headcount.value,
  proof: status.proof,
  contradictions: status.contradictions.value.map(({ kind, statements }) => ({ kind, statements })),
  flips: status.flips.value,
})
