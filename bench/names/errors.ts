import type { Labelled, RowPairs } from './pairs.ts'

type Scored = { readonly pair: Labelled; readonly score: number }

const line = ({ pair: { left, right, from }, score }: Scored): string =>
  `${(score / 1000).toFixed(1).padStart(8)}  ${left}  |  ${right}  (${from.join(', ')})`

/** Prints the worst misses of a row and its highest-scoring negatives, in bits. */
export const showErrors = (row: RowPairs, scores: Float64Array, count: number): void => {
  const scored = row.pairs.map((pair, i) => ({ pair, score: scores[i] as number }))
  const negatives = scored.filter(({ pair }) => !pair.same).sort((a, b) => b.score - a.score)
  const positives = scored.filter(({ pair }) => pair.same).sort((a, b) => a.score - b.score)
  const threshold = negatives[Math.floor(negatives.length * 1e-4)]?.score ?? 0
  const missed = positives.filter(({ score }) => score <= threshold)
  console.log(
    `${row.row}: threshold ${(threshold / 1000).toFixed(1)} bits, ${missed.length} missed`,
  )
  console.log(`worst misses\n${missed.slice(0, count).map(line).join('\n')}`)
  console.log(`just missed\n${missed.slice(count).slice(-count).map(line).join('\n')}`)
  console.log(`highest negatives\n${negatives.slice(0, count).map(line).join('\n')}`)
}
