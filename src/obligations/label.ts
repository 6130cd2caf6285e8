import { MusterError } from '../model/index.ts'
import { holdsIn } from './conditions.ts'
import { type Cell, type Proof, step } from './proof.ts'
import { type ConditionName, type Label, rows } from './status-rules.ts'
import type { View } from './view.ts'

/**
 * The label of a state: that of the first row of the decision table with an alternative whose conditions
 * all hold. The proof keeps what earlier rows looked at as well.
 */
export const labelOf = (view: View): Cell<Label> => {
  const parts: Proof[] = []
  for (const { label, any } of rows) {
    const steps: Proof[] = []
    const holds = any.some((all) => holdTogether(view, all, steps))
    if (holds || steps.some(isBased)) parts.push(step(`${holds ? '' : 'not '}${label}`, [], steps))
    if (holds) return { value: label, proof: step(`label: ${label}`, [], parts) }
  }
  throw new MusterError('internal', 'the decision table ends without a row that always holds')
}

const holdTogether = (view: View, all: readonly ConditionName[], steps: Proof[]): boolean =>
  all.every((name) => {
    const { holds, proof } = holdsIn(view, name)
    steps.push(proof)
    return holds
  })

/** Whether a step rests on any statement. */
const isBased = ({ statements, parts }: Proof): boolean =>
  statements.length > 0 || parts.some(isBased)
