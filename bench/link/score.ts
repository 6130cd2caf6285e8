/** How well found clusters meet the true ones: over pairs of rows, and over rows (B-cubed). */
export type LinkScore = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly bCubed: number
  readonly largest: number
}

const pairsIn = (size: number): number => (size * (size - 1)) / 2

const count = <T>(keys: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))

export const scoreLinks = (
  truth: readonly (string | number)[],
  found: ArrayLike<number>,
): LinkScore => {
  const clusters = Array.from(found)
  const both = count(truth.map((person, row) => `${person}\n${clusters[row]}`))
  const [people, groups] = [count(truth), count(clusters)]
  const sum = (sizes: Iterable<number>): number => {
    let total = 0
    for (const size of sizes) total += pairsIn(size)
    return total
  }
  const hits = sum(both.values())
  const precision = hits / Math.max(1, sum(groups.values()))
  const recall = hits / Math.max(1, sum(people.values()))
  let [rowPrecision, rowRecall] = [0, 0]
  for (const [key, size] of both) {
    const [person, cluster] = key.split('\n') as [string, string]
    rowPrecision += (size * size) / (groups.get(Number(cluster)) as number)
    rowRecall += (size * size) / ((people.get(person) ?? people.get(Number(person))) as number)
  }
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    bCubed: harmonic(rowPrecision / truth.length, rowRecall / truth.length),
    largest: [...groups.values()].reduce((most, size) => Math.max(most, size), 0),
  }
}
