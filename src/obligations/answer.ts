import type { Authorisation } from './axes/authorisation.ts'
import type { Excuse } from './axes/excuse.ts'
import type { Presence } from './axes/presence.ts'
import type { Reporting } from './axes/reporting.ts'
import type { ContradictionKind } from './contradictions/contradiction.ts'
import { showParagraph } from './duty.ts'
import type { Flip } from './flips.ts'
import type { Headcount } from './headcount.ts'
import type { DutyStatus } from './owed/duty-status.ts'
import type { DutyFlip } from './owed/flips.ts'
import type { Owing } from './owed/rules.ts'
import { statementsOf } from './proof.ts'
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

/** A status under a duty other than those on workers, as `muster states` answers it to programs. */
export type DutyAnswer = {
  /** Id of the duty. */
  readonly duty: string
  /** `2375 OP19` */
  readonly paragraph: string
  readonly status: Owing
  /** Day by which it was to be done, where that is later than the adoption. */
  readonly due: string | null
  /** Ids of all statements that the status rests on; the duty itself is always part of why. */
  readonly proof: readonly string[]
  readonly flips: readonly DutyFlip[]
}

/** The same without its tree of proof. */
export const toDutyAnswer = ({ bound: { duty, due }, status, flips }: DutyStatus): DutyAnswer => ({
  duty: duty.id,
  paragraph: showParagraph(duty),
  status: status.value,
  due: due ?? null,
  proof: statementsOf(status.proof),
  flips,
})
