import type { Finding } from '../model/index.ts'

/** A state that a case touches, or whoever holds something, and the paragraphs by which it must act. */
export type Touched = {
  /** ISO 3166-1 alpha-3 code; null of a holder whose state is not known. */
  readonly state: string | null
  /** What tells it: `organisation_state`, `stated_country` or `holder`. */
  readonly by: string
  readonly paragraphs: readonly string[]
  readonly duties: readonly string[]
}

/** The states that findings touch, in the order in which they name them. */
export const touchedBy = (findings: readonly Finding[]): readonly Touched[] => {
  const touched = new Map<string, Touched>()
  for (const { claim, evidence } of findings) {
    if (claim !== 'brings_duties') continue
    for (const { feature: by, left = '', right = '', group } of evidence) {
      const state = by === 'holder' ? null : left
      const before = touched.get(`${by} ${state}`)
      touched.set(`${by} ${state}`, {
        state,
        by,
        paragraphs: [...new Set([...(before?.paragraphs ?? []), right])],
        duties: [...new Set([...(before?.duties ?? []), group])],
      })
    }
  }
  return [...touched.values()]
}
