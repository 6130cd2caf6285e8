import { level } from './levels.ts'

/** Combinations of levels, one field after the other, and how many pairs show each. */
export type LevelCounts = { readonly levels: Uint8Array; readonly counts: Float64Array }

/**
 * Which field each field depends on, and how much oftener than by chance two of their levels meet among
 * pairs of two persons: a postcode goes with its town, so that both together say less than each alone.
 */
export type Dependence = {
  /** The field that a field depends on; −1 where on none. */
  readonly parents: Int8Array
  /** Field after field, level of the parent after level, 8 each: times as often as by chance. */
  readonly lifts: Float64Array
}

export const independent = (width: number): Dependence => ({
  parents: new Int8Array(width).fill(-1),
  lifts: new Float64Array(64 * width).fill(1),
})

/** Pairs that chance counts for: a combination that is hardly ever drawn shows no dependence. */
const chancePairs = 10
/**
 * Least information in bits that two fields share to count as dependent. Of few rows more is asked, since
 * some is shared by chance: the 99.9 % point of a G-test with 16 degrees of freedom, rows as its sample.
 */
const leastShared = (rows: number): number => Math.max(0.0005, 39.25 / (2 * Math.LN2 * rows))

/** Levels that are compared field by field. */
const isPlain = (each: number): boolean => each >= level.differ && each <= level.same

/** How many pairs show each two levels of each two fields. */
const jointCounts = ({ levels, counts }: LevelCounts, width: number): Float64Array => {
  const joint = new Float64Array(64 * width * width)
  for (let pattern = 0; pattern < counts.length; pattern++) {
    const [start, count] = [pattern * width, counts[pattern] as number]
    for (let a = 0; a < width; a++)
      for (let b = a + 1; b < width; b++) {
        const cell =
          64 * (a * width + b) + 8 * (levels[start + a] as number) + (levels[start + b] as number)
        joint[cell] = (joint[cell] as number) + count
      }
  }
  return joint
}

/** Two fields side by side: 64 counts by the level of the one, then of the other. */
type Table = Float64Array

/**
 * Learns the dependences as a tree of the strongest (Chow and Liu 1968), from random pairs less those
 * that are of one person.
 */
export const learnDependence = (
  { width, rows }: { readonly width: number; readonly rows: number },
  drawn: LevelCounts,
  /** Pairs of one person, counted as if they were drawn. */
  found: LevelCounts,
): Dependence => {
  const [all, matched] = [jointCounts(drawn, width), jointCounts(found, width)]
  const tableOf = (a: number, b: number): Table => {
    const from = 64 * (a * width + b)
    return Float64Array.from({ length: 64 }, (_, cell) =>
      isPlain(cell >> 3) && isPlain(cell & 7)
        ? Math.max(0, (all[from + cell] as number) - (matched[from + cell] as number))
        : 0,
    )
  }
  const edges: { a: number; b: number; shared: number; table: Table }[] = []
  for (let a = 0; a < width; a++)
    for (let b = a + 1; b < width; b++) {
      const table = tableOf(a, b)
      const shared = sharedInformation(table)
      if (shared >= leastShared(rows)) edges.push({ a, b, shared, table })
    }
  edges.sort((x, y) => y.shared - x.shared || x.a - y.a || x.b - y.b)
  const { parents, lifts } = independent(width)
  const rootOf = (field: number): number =>
    parents[field] === -1 ? field : rootOf(parents[field] as number)
  for (const { a, b, table } of edges) {
    if (rootOf(a) === rootOf(b)) continue
    // A root may get a parent; where neither is one, a weaker link is left out.
    if (parents[b] === -1) {
      parents[b] = a
      lifts.set(liftsOf(table), 64 * b)
    } else if (parents[a] === -1) {
      parents[a] = b
      lifts.set(liftsOf(transpose(table)), 64 * a)
    }
  }
  return { parents, lifts }
}

const transpose = (table: Table): Table =>
  table.map((_, cell) => table[8 * (cell & 7) + (cell >> 3)] as number)

const marginals = (table: Table): { rows: number[]; columns: number[]; total: number } => {
  const [rows, columns] = [new Array<number>(8).fill(0), new Array<number>(8).fill(0)]
  let total = 0
  table.forEach((count, cell) => {
    rows[cell >> 3] = (rows[cell >> 3] as number) + count
    columns[cell & 7] = (columns[cell & 7] as number) + count
    total += count
  })
  return { rows, columns, total }
}

const liftsOf = (table: Table): Float64Array => {
  const { rows, columns, total } = marginals(table)
  return table.map((count, cell) => {
    if (!isPlain(cell >> 3) || !isPlain(cell & 7) || total === 0) return 1
    const byChance = ((rows[cell >> 3] as number) * (columns[cell & 7] as number)) / total
    return (count + chancePairs) / (byChance + chancePairs)
  })
}

/** Mutual information in bits, by the lifts as they would count. */
const sharedInformation = (table: Table): number => {
  const lifts = liftsOf(table)
  const total = table.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 0
  return table.reduce(
    (sum, count, cell) => sum + (count / total) * Math.log2(lifts[cell] as number),
    0,
  )
}
