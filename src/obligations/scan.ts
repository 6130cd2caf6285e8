import { standingOf } from './live.ts'
import { type Proof, step } from './proof.ts'
import type { Said } from './said.ts'
import type { View } from './view.ts'

/** What a search found, and every step of it. */
export type Found = { readonly found: Said | undefined; readonly parts: readonly Proof[] }

/** Whether a live candidate is what is looked for, and what that rests on. */
export type Taken = {
  readonly accepted: boolean
  readonly says?: string
  readonly parts: readonly Proof[]
}

const taken: Taken = { accepted: true, parts: [] }

/**
 * The first live one of the candidates that is taken, in their order, which must be newest first. Each
 * candidate passed over is in the steps with what keeps it down, save those that a newer candidate of
 * the same words would keep down all the same.
 */
export const findLive = (
  view: View,
  candidates: readonly Said[],
  take: (said: Said) => Taken = () => taken,
): Found => {
  const parts: Proof[] = []
  const passed = new Set<string>()
  for (const said of candidates) {
    const words = `${said.chain}\t${said.cohort}`
    if (passed.has(words)) continue
    const standing = standingOf(view, said)
    if (standing.is === 'live' || standing.is === 'superseded') passed.add(words)
    if (standing.is !== 'live') {
      parts.push(step(standing.is, [said.id], standing.parts))
      continue
    }
    const { accepted, says = 'live', parts: more } = take(said)
    parts.push(step(says, [said.id], [...standing.parts, ...more]))
    if (accepted) return { found: said, parts }
  }
  return { found: undefined, parts }
}
