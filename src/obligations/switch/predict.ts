/**
 * How well each explanation foresees the counts after a day from the counts before it: integrals over
 * the grid of levels, for each common growth g of all classes (in steps of the grid).
 */
import { type Count, curveOf, levelAt, levelCount, logSum, step } from './levels.ts'
import { switchRules } from './rules.ts'

/** A common growth of all classes, in steps of the grid, with the log of its chance before. */
export type Growth = { readonly steps: number; readonly log: number }

/** Log of the Laplace density, in steps of the grid, of a log ratio with that scale. */
const laplace = (ratio: number, scale: number): number =>
  Math.log(step / (2 * scale)) - Math.abs(ratio) / scale

/** Common growths worth a look, at most a hundredfold either way, with a Laplace prior. */
export const commonGrowths = (scale: number): readonly Growth[] => {
  const all = Array.from({ length: 59 }, (_, i) => (i - 29) * 2)
    .map((steps) => ({ steps, log: laplace(steps * step, scale) }))
    .filter(({ log }) => log > laplace(0, scale) - 12)
  const sum = logSum(all.map(({ log }) => log))
  return all.map(({ steps, log }) => ({ steps, log: log - sum }))
}

/** No common growth at all. */
export const noGrowth: readonly Growth[] = [{ steps: 0, log: 0 }]

/** Log of the chance over all common growths, of classes that are independent at each. */
export const overGrowths = (
  growths: readonly Growth[],
  classes: readonly (readonly number[])[],
): number =>
  logSum(growths.map(({ log }, i) => classes.reduce((sum, logs) => sum + (logs[i] as number), log)))

/** Levels that counts leave likely, with their log weights; those below e^-14 of the best are left out. */
type Likely = { readonly places: readonly number[]; readonly logs: readonly number[] }

const likelyLevels = (counts: readonly Count[]): Likely => {
  const curve = curveOf(counts)
  const all = logSum(curve)
  const most = Math.max(...curve)
  const places = [...curve.keys()].filter((i) => (curve[i] as number) > most - 14)
  return { places, logs: places.map((i) => (curve[i] as number) - all) }
}

/** Smooths a likelihood by growth of the class itself: a Laplace kernel, run forth and back. */
const smooth = (curve: Float64Array, scale: number): Float64Array => {
  const most = Math.max(...curve)
  const decay = Math.exp(-step / scale)
  const share = (1 - decay) / (1 + decay)
  const values = curve.map((log) => Math.exp(log - most))
  const forth = new Float64Array(levelCount)
  const back = new Float64Array(levelCount)
  for (let i = 0; i < levelCount; i++) {
    forth[i] = (values[i] as number) + decay * (forth[i - 1] ?? 0)
  }
  for (let i = levelCount - 1; i >= 0; i--) {
    back[i] = (values[i] as number) + decay * (back[i + 1] ?? 0)
  }
  return values.map(
    (value, i) => Math.log(share * ((forth[i] as number) + (back[i] as number) - value)) + most,
  )
}

/** What the counts before and after say of one class. */
export type Outlook = { readonly likely: Likely; readonly after: Float64Array }

/** `scale` is how far the class moves by itself between the two. */
export const outlookOf = (
  before: readonly Count[],
  after: readonly Count[],
  scale: number,
): Outlook => ({ likely: likelyLevels(before), after: smooth(curveOf(after), scale) })

/** The curve between its grid places; beyond the ends it is as at the ends. */
const read = (curve: Float64Array, place: number): number => {
  const inside = Math.min(levelCount - 1.001, Math.max(0, place))
  const low = Math.floor(inside)
  const part = inside - low
  return (1 - part) * (curve[low] as number) + part * (curve[low + 1] as number)
}

/** For each common growth, the log chance where the likely levels are moved along a curve. */
const along = (
  { places, logs }: Likely,
  curve: Float64Array,
  growths: readonly Growth[],
): readonly number[] => {
  const sum = new Float64Array(places.length)
  return growths.map(({ steps }) => {
    for (let i = 0; i < sum.length; i++) {
      const place = Math.min(levelCount - 1, Math.max(0, (places[i] as number) + steps))
      sum[i] = (logs[i] as number) + (curve[place] as number)
    }
    return logSum(sum)
  })
}

/** Log of the chance of the counts after, for each common growth, where the class only grows. */
export const growsOnly = (
  { likely, after }: Outlook,
  growths: readonly Growth[],
): readonly number[] => along(likely, after, growths)

const groupSizes = 16

/** Places on the grid of each level with each size of group beside it. */
const placesWithGroup = (least: number, most: number): Float64Array =>
  Float64Array.from({ length: levelCount * groupSizes }, (_, i) => {
    const group = least * (most / least) ** (((i % groupSizes) + 0.5) / groupSizes)
    const level = Math.exp(levelAt(Math.floor(i / groupSizes)))
    return (Math.log(level + group) - levelAt(0)) / step
  })

/** The cuts of a host share one pool, so that the last table is nearly always the one wanted. */
let lastTable: { readonly key: string; readonly places: Float64Array } | undefined

const groupPlaces = (least: number, most: number): Float64Array => {
  const key = `${least} ${most}`
  if (lastTable?.key !== key) lastTable = { key, places: placesWithGroup(least, most) }
  return lastTable.places
}

/** Log of the chance of the counts after at each level, with a group of unknown size beside it. */
const withGroup = (after: Float64Array, places: Float64Array): Float64Array => {
  const chances = new Float64Array(groupSizes)
  return Float64Array.from({ length: levelCount }, (_, level) => {
    for (let i = 0; i < groupSizes; i++) {
      chances[i] = read(after, places[level * groupSizes + i] as number)
    }
    return logSum(chances) - Math.log(groupSizes)
  })
}

/**
 * The same where a hidden group is added, log-uniform between a part and a multiple of `pool`, which
 * is how many workers fell away.
 */
export const hidesGroup = (
  { likely, after }: Outlook,
  growths: readonly Growth[],
  pool: number,
): readonly number[] => {
  const { least, most, fewest } = switchRules.hidden
  const places = groupPlaces(Math.max(fewest, least * pool), Math.max(2 * fewest, most * pool))
  return along(likely, withGroup(after, places), growths)
}

/** The most that any level whatever makes of the counts after: no group does better. */
export const bestOf = ({ after }: Outlook): number => Math.max(...after)

/** How far back to its old level a class may have come, in twelfths of a fiftieth to the whole. */
const parts: readonly Growth[] = Array.from({ length: 12 }, (_, part) => ({
  steps: -4 * part,
  log: -Math.log(12),
}))

/** Log of the chance of counts that go back to a level of before, or to a part of it. */
export const goesBack = (levels: readonly Count[], after: readonly Count[]): number => {
  const outlook = outlookOf(levels, after, switchRules.growth.return)
  return overGrowths(parts, [growsOnly(outlook, parts)])
}
