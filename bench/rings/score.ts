import { type Level, levels, type TruthRow } from '../../src/example/index.ts'

/** How right a grouping of accounts is. Shares are from 0 to 1, NaN where there is nothing to count. */
export type Score = {
  /** Pairs in one group that are of one ring, among all pairs in one group. */
  readonly precision: number
  /** Pairs of one ring that are in one group, among all pairs of one ring. */
  readonly recall: number
  readonly recallByCare: Readonly<Record<Level, number>>
  /** Recall of pairs of one operator, the hands that really share. */
  readonly operatorRecall: number
  /** Rings that a group shows: at least three of a ring, and they more than half of the group. */
  readonly found: ReadonlySet<string>
  readonly rings: number
  /** Honest accounts in any group, of 10,000 honest ones; of each kind, of 10,000 of that kind. */
  readonly honestShown: number
  readonly honestByKind: ReadonlyMap<string, { readonly shown: number; readonly accounts: number }>
  readonly largest: number
  readonly largestTrue: number
  /** B-cubed over accounts that are in a ring or a group; everybody else is right by being alone. */
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly f1: number }
}

const pairs = (count: number): number => (count * (count - 1)) / 2

const countBy = (keys: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** Accounts of a kind of honest sharing; an ordinary account is of the kind `ordinary`. */
const kindsOf = ({ honest }: TruthRow): readonly string[] =>
  honest === '' ? ['ordinary'] : honest.split(';')

/** Scores groups, by account, against the truth; an account in no group is not in `groups`. */
export const score = (truth: readonly TruthRow[], groups: ReadonlyMap<string, string>): Score => {
  const rowGroup = (row: TruthRow): string | undefined => groups.get(row.account)
  const ofRings = truth.filter(({ ring }) => ring !== '')
  const shown = truth.filter((row) => rowGroup(row) !== undefined)
  const cell = (row: TruthRow): string => `${rowGroup(row)}\t${row.ring}`
  const cells = countBy(ofRings.filter((row) => rowGroup(row) !== undefined).map(cell))
  const groupSizes = countBy(shown.map((row) => rowGroup(row) as string))
  const ringSizes = countBy(ofRings.map(({ ring }) => ring))
  const careOf = new Map(ofRings.map(({ ring, care }) => [ring, care] as const))
  const right = sum([...cells.values()].map(pairs))
  const honest = truth.filter(({ ring }) => ring === '')
  const kinds = countBy(honest.flatMap(kindsOf))
  const shownKinds = countBy(honest.filter((row) => rowGroup(row) !== undefined).flatMap(kindsOf))
  const ofCare = (care: Level): ReadonlySet<string> =>
    new Set([...careOf].filter(([, each]) => each === care).map(([ring]) => ring))
  const recallOf = (rings: ReadonlySet<string>): number =>
    sum([...cells].map(([key, count]) => (rings.has(ringOf(key)) ? pairs(count) : 0))) /
    sum([...rings].map((ring) => pairs(ringSizes.get(ring) as number)))
  const byCare = <Each>(of: (care: Level) => Each): Record<Level, Each> =>
    Object.fromEntries(levels.map((care) => [care, of(care)])) as Record<Level, Each>
  const found = new Set(
    [...cells]
      .filter(([key, count]) => count >= 3 && 2 * count > (groupSizes.get(groupOf(key)) as number))
      .map(([key]) => ringOf(key)),
  )
  return {
    precision: right / sum([...groupSizes.values()].map(pairs)),
    recall: right / sum([...ringSizes.values()].map(pairs)),
    recallByCare: byCare((care) => recallOf(ofCare(care))),
    operatorRecall: operatorRecall(ofRings, rowGroup),
    found,
    rings: ringSizes.size,
    honestShown:
      (10_000 * honest.filter((row) => rowGroup(row) !== undefined).length) / honest.length,
    honestByKind: new Map(
      [...kinds].map(([kind, accounts]) => [kind, { accounts, shown: shownKinds.get(kind) ?? 0 }]),
    ),
    largest: Math.max(0, ...groupSizes.values()),
    largestTrue: Math.max(0, ...ringSizes.values()),
    bCubed: bCubed(truth, { rowGroup, cells, groupSizes, ringSizes }),
  }
}

const groupOf = (cell: string): string => cell.slice(0, cell.indexOf('\t'))
const ringOf = (cell: string): string => cell.slice(cell.indexOf('\t') + 1)

const operatorRecall = (
  ofRings: readonly TruthRow[],
  rowGroup: (row: TruthRow) => string | undefined,
): number => {
  const sizes = countBy(ofRings.map(({ operator }) => operator))
  const grouped = ofRings.filter((row) => rowGroup(row) !== undefined)
  const cells = countBy(grouped.map((row) => `${rowGroup(row)}\t${row.operator}`))
  return sum([...cells.values()].map(pairs)) / sum([...sizes.values()].map(pairs))
}

type Counted = {
  readonly rowGroup: (row: TruthRow) => string | undefined
  readonly cells: ReadonlyMap<string, number>
  readonly groupSizes: ReadonlyMap<string, number>
  readonly ringSizes: ReadonlyMap<string, number>
}

/** Bagga and Baldwin 1998: for each account, how right and how whole the group is that it is in. */
const bCubed = (
  truth: readonly TruthRow[],
  { rowGroup, cells, groupSizes, ringSizes }: Counted,
): Score['bCubed'] => {
  let [accounts, precision, recall] = [0, 0, 0]
  for (const row of truth) {
    const group = rowGroup(row)
    if (group === undefined && row.ring === '') continue
    accounts++
    // Alone it shares a group, or a ring, with nobody but itself.
    const both =
      row.ring && group !== undefined ? (cells.get(`${group}\t${row.ring}`) as number) : 1
    precision += both / (group === undefined ? 1 : (groupSizes.get(group) as number))
    recall += both / (row.ring === '' ? 1 : (ringSizes.get(row.ring) as number))
  }
  precision /= accounts
  recall /= accounts
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
