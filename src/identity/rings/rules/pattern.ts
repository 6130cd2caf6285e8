import { noTime } from '../../platform/platform.ts'
import { gapMinutes } from './weights.ts'

/** How the holders of a value follow each other in time. */
export type Pattern = 'parallel' | 'handover' | 'gap' | 'unknown'

/** When each holder of a value was first and last seen with it, in minutes. */
export type Spans = { readonly first: ArrayLike<number>; readonly last: ArrayLike<number> }

/**
 * `parallel` where any two holders overlap, `gap` where each came more than 30 days after all
 * before had left, `handover` where each came after, some sooner; `unknown` where a time is.
 */
export const patternOf = ({ first, last }: Spans): Pattern => {
  const order = Array.from({ length: first.length }, (_, i) => i)
  if (order.some((i) => first[i] === noTime || last[i] === noTime)) return 'unknown'
  order.sort((a, b) => (first[a] as number) - (first[b] as number))
  let end = last[order[0] as number] as number
  let shortest = Number.POSITIVE_INFINITY
  for (const i of order.slice(1)) {
    const pause = (first[i] as number) - end
    if (pause <= 0) return 'parallel'
    shortest = Math.min(shortest, pause)
    end = Math.max(end, last[i] as number)
  }
  return shortest > gapMinutes ? 'gap' : 'handover'
}
