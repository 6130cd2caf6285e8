import { inRole } from '../dossier.ts'
import { type Cell, type Proof, step } from '../proof.ts'
import { gradedAtLeast, type Said } from '../said.ts'
import { type Found, findLive } from '../scan.ts'
import { grades, type Role } from '../status-rules.ts'
import { isInScope, type View } from '../view.ts'

/** What the state says why workers stay. */
export type Excuse = 'none' | 'exception_claimed' | 'exception_shown' | 'non-legal_reason_given'

const find = (view: View, role: Role, counts: (said: Said) => boolean): Found =>
  findLive(
    view,
    inRole(view.dossier, role).filter((said) => isInScope(view, said) && counts(said)),
  )

/** The state's live claim of an exception of resolution 2397, paragraph 8. */
export const findExceptionClaim = (view: View): Found =>
  find(view, 'exception_claimed', ({ own }) => own)

type Level = {
  readonly value: Excuse
  readonly says: string
  readonly look: (view: View) => Found
}

const levels: readonly Level[] = [
  {
    value: 'exception_shown',
    says: 'an exception is shown, B2 or better',
    look: (view) => find(view, 'exception_shown', (said) => gradedAtLeast(said, grades.shown)),
  },
  {
    value: 'exception_claimed',
    says: 'the state claims an exception of the text',
    look: findExceptionClaim,
  },
  {
    value: 'non-legal_reason_given',
    says: 'the state gives a reason that the text does not know',
    look: (view) => find(view, 'other_reason', ({ own }) => own),
  },
]

/** The excuse that holds on the day asked about. */
export const excuseOf = (view: View): Cell<Excuse> => {
  const parts: Proof[] = []
  for (const { value, says, look } of levels) {
    const { found, parts: steps } = look(view)
    if (steps.length > 0) parts.push(step(`${found ? '' : 'not: '}${says}`, [], steps))
    if (found) return { value, proof: step(`excuse: ${value}`, [], parts) }
  }
  return { value: 'none', proof: step('excuse: none is known', [], parts) }
}
