/** Marks of an axis of time and where they stand, in units of a picture. */
export type TimeAxis = {
  readonly scale: (time: number) => number
  readonly marks: readonly TimeMark[]
}

/** `day` is told where it is another one than at the mark before, and the mark is no whole day itself. */
export type TimeMark = { readonly x: number; readonly says: string; readonly day: string }

const minute = 60_000
const day = 1440 * minute

/** Milliseconds between marks, up to a fortnight; longer ones go by months. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 20_160].map(
  (minutes) => minutes * minute,
)
const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

/** Most steps on an axis. */
const most = 4

const monthOf = (time: number): number => {
  const date = new Date(time)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
const startOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12)

/** Times of the marks, the first at or before `from`, the last after `to`. */
const timesOf = (from: number, to: number): readonly number[] => {
  const step = steps.find((each) => Math.ceil((to - from) / each) < most)
  if (step !== undefined) {
    const start = Math.floor(from / step) * step
    const count = Math.floor((to - start) / step) + 1
    return Array.from({ length: count + 1 }, (_, i) => start + i * step)
  }
  const [first, end] = [monthOf(from), monthOf(to) + 1]
  const wide = months.find((each) => (end - first) / each <= most) ?? 1200
  const start = Math.floor(first / wide) * wide
  const count = Math.ceil((end - start) / wide)
  return Array.from({ length: count + 1 }, (_, i) => startOf(start + i * wide))
}

/** An axis between two places for times in milliseconds since 1970-01-01, UTC: four or five marks at most. */
export const timeAxis = (
  times: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
): TimeAxis => {
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const marks = timesOf(from, to)
  const [start, end] = [marks[0] as number, marks.at(-1) as number]
  const scale = (time: number): number =>
    Math.round((left + ((time - start) / (end - start)) * (right - left)) * 10) / 10
  const isDays = marks.every((time) => time % day === 0)
  let told = ''
  return {
    scale,
    marks: marks.map((time) => {
      const iso = new Date(time).toISOString()
      const date = iso.slice(0, 10)
      if (isDays) return { x: scale(time), says: date, day: '' }
      const another = date === told ? '' : date
      told = date
      return { x: scale(time), says: iso.slice(11, 16), day: another }
    }),
  }
}
