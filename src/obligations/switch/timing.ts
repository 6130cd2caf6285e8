import { switchRules } from './rules.ts'
import type { Span } from './window.ts'
import type { WorkersFall } from './workers.ts'

const quarter = 91.3125

/** Days of a span on which the border was open; spans of closures may overlap. */
const openDays = (from: number, to: number, closed: readonly Span[]): number => {
  let [days, day] = [0, from]
  for (const span of [...closed].sort((a, b) => a.from - b.from)) {
    if (span.to < day || span.from > to) continue
    days += Math.max(0, span.from - day)
    day = Math.max(day, span.to + 1)
  }
  return days + Math.max(0, to - day + 1)
}

/**
 * log2 of how much likelier the day of a rise is where it replaces the workers than where it comes at
 * any time of the figures. Time under a closure does not count.
 */
export const timingBits = (
  start: number,
  { change }: WorkersFall,
  options: { readonly seen: Span; readonly closed: readonly Span[] },
): number => {
  const { within, quartersBefore, quartersAfter } = switchRules.timing
  const { seen, closed } = options
  const all = openDays(seen.from, seen.to, closed)
  const [before, after] = [quartersBefore * quarter, quartersAfter * quarter]
  const fall = openDays(change.first, Math.min(change.last, seen.to), closed)
  const window = Math.min(0.9 * all, before + fall + after)
  const isNear =
    start >= change.first
      ? openDays(change.first, start - 1, closed) <= fall + after
      : openDays(start, change.first - 1, closed) <= before
  const share = window / Math.max(1, all)
  return Math.log2(isNear ? within / share + 1 - within : (1 - within) / (1 - share))
}
