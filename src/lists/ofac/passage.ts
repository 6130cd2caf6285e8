import type { Placed, SourceId } from '../../model/index.ts'

/** A stretch of text in one cell or element. */
export type Segment = { readonly text: string; readonly place: string; readonly source: SourceId }

/**
 * Text that one or several cells hold together: a party's remarks, which OFAC cuts at 1,000 characters,
 * and the comment rows that continue them.
 */
export type Passage = {
  readonly text: string
  /** What stands between two offsets, placed in the cell that holds most of it. */
  at(from: number, to: number): Placed & { readonly source: SourceId }
}

/** Joins segments without a space between them, as they were cut. */
export const toPassage = (segments: readonly Segment[]): Passage => {
  const text = segments.map((segment) => segment.text).join('')
  let start = 0
  const spans = segments.map((segment) => {
    const span = { segment, start, end: start + segment.text.length }
    start = span.end
    return span
  })
  return {
    text,
    at: (from, to) => {
      let best = spans[0] as (typeof spans)[number]
      for (const span of spans) if (overlap(span, from, to) > overlap(best, from, to)) best = span
      const { place, source } = best.segment
      const own = text.slice(Math.max(from, best.start), Math.min(to, best.end)).trim()
      return { text: own, value: text.slice(from, to).trim(), place, source }
    },
  }
}

const overlap = (
  span: { readonly start: number; readonly end: number },
  from: number,
  to: number,
): number => Math.min(span.end, to) - Math.max(span.start, from)
