import { doors } from './rules.ts'
import type { Panel } from './series.ts'
import type { Span } from './window.ts'

const year = 366
/** How long after a cut figures are read: a quarter, half a year, a year, two (for yearly figures). */
const reaches = [92, 184, year, 2 * year]

const isDoor = (purpose: string): boolean => doors.some((door) => door === purpose)

/** Days at which a class that could be a door begins a period. */
export const startsOf = ({ series }: Panel): readonly number[] => {
  const days = [...series].flatMap(([purpose, points]) =>
    isDoor(purpose) ? points.slice(1).map(({ from }) => from) : [],
  )
  return [...new Set(days)].sort((a, b) => a - b)
}

/** The last day of those figures that a cut may read, once for each set of figures. */
export const endsOf = (
  { series }: Panel,
  start: number,
  closures: readonly Span[],
): readonly number[] => {
  const next = Math.min(...closures.map(({ from }) => from).filter((from) => from > start))
  const limits = reaches.map((days) => Math.min(start + days - 1, next - 1))
  const points = [...series.values()].flat().filter(({ from }) => from >= start)
  const sets = limits.map((limit) => {
    const read = points.filter(({ to }) => to <= limit)
    return { limit, size: read.length, last: Math.max(...read.map(({ to }) => to)) }
  })
  // Two years only where nothing shorter has figures: a rise should be said when it is seen.
  return sets
    .filter(({ size }, i) => size > 0 && (i === 0 || size > (sets[i - 1]?.size ?? 0)))
    .filter(({ limit }, i) => limit < start + year || i === 0)
    .map(({ last }) => last)
}
