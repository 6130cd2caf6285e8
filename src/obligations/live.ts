import { correctionsOf, findSaid, inChain } from './dossier.ts'
import { type Proof, step } from './proof.ts'
import { gradeOf } from './regrade.ts'
import type { Said } from './said.ts'
import { isInScope, type Standing, type View } from './view.ts'

/**
 * Whether a statement still stands: neither corrected nor superseded by the same origin. The proof holds
 * what keeps it down, or what would if it stood itself.
 */
export const standingOf = (view: View, said: Said): Standing => {
  const kept = view.standings.get(said)
  if (kept) return kept
  const standing = judge(view, said)
  view.standings.set(said, standing)
  return standing
}

const judge = (view: View, said: Said): Standing => {
  const correction = findCorrection(view, said, [])
  if (correction.by)
    return {
      is: isGradedBy(correction.by, said) ? 'graded anew' : 'corrected',
      parts: correction.parts,
    }
  const later = findLaterWord(view, said)
  const parts = [...correction.parts, ...later.parts, ...gradesBefore(view, said)]
  return { is: later.by ? 'superseded' : 'live', parts }
}

const isGradedBy = (by: Said, said: Said): boolean => by.regrades.includes(said.statement)

/** The grades that a statement had before, each with the row that gave it. */
const gradesBefore = (view: View, { regrades }: Said): readonly Proof[] =>
  regrades.flatMap(({ id }) => {
    const one = findSaid(view.dossier, id)
    return one && isInScope(view, one)
      ? [step(`graded ${gradeOf(one.statement)} before`, [id])]
      : []
  })

type Search = { readonly by: Said | undefined; readonly parts: readonly Proof[] }

const nothing: Search = { by: undefined, parts: [] }

/** A correction by the same origin that is not itself corrected. */
export const findCorrection = (view: View, said: Said, below: readonly Said[] = []): Search => {
  const corrections = correctionsOf(view.dossier, said.id)
  if (corrections.length === 0) return nothing
  const parts: Proof[] = []
  for (const by of corrections) {
    if (by.origin !== said.origin || below.includes(by) || !isInScope(view, by)) continue
    const undone = findCorrection(view, by, [...below, said])
    const how = isGradedBy(by, said) ? 'graded anew by' : 'corrected by'
    parts.push(step(tell(how, undone), [by.id], undone.parts))
    if (!undone.by) return { by, parts }
  }
  return { by: undefined, parts }
}

/** A later word of the same origin, for all workers or the same cohort, that is not corrected. */
const findLaterWord = (view: View, said: Said): Search => {
  const chain = inChain(view.dossier, said.chain)
  if (chain[0] === said) return nothing
  const parts: Proof[] = []
  for (const by of chain) {
    if (by === said) break
    if (!covers(by, said) || !isInScope(view, by)) continue
    const undone = findCorrection(view, by)
    parts.push(step(tell('superseded by', undone), [by.id], undone.parts))
    if (!undone.by) return { by, parts }
  }
  return { by: undefined, parts }
}

/** A word about a part leaves the word about the whole, save that "some are there" ends "there are none". */
const covers = (by: Said, said: Said): boolean =>
  by.cohort === '' ||
  by.cohort === said.cohort ||
  (said.roles.includes('none_remain') && by.roles.includes('present'))

const tell = (how: string, undone: Search): string =>
  undone.by ? `would be ${how} one that is itself corrected` : how
