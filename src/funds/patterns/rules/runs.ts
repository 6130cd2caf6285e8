import { compareAmounts } from '../../rules/compare.ts'
import { amountOf, inOrder, type Scene, timeOf } from './scene.ts'

export type Window = {
  /** Milliseconds from the first move to the last, both included. */
  readonly within: number
  readonly least: number
  /** May refuse a run. */
  readonly counts?: (run: readonly number[]) => boolean
}

/**
 * The longest run of moves inside a span of time that counts, and of several the first; empty where there
 * is none of at least so many.
 */
export const longestRun = (
  scene: Scene,
  moves: readonly number[],
  { within, least, counts = () => true }: Window,
): readonly number[] => {
  const timed = inOrder(scene, moves)
  let best: readonly number[] = []
  let from = 0
  for (let to = 0; to < timed.length; to++) {
    while (timeOf(scene, timed[to] as number) - timeOf(scene, timed[from] as number) > within)
      from++
    const isLast =
      to + 1 === timed.length ||
      timeOf(scene, timed[to + 1] as number) - timeOf(scene, timed[from] as number) > within
    if (!isLast || to + 1 - from < least || to + 1 - from <= best.length) continue
    const run = timed.slice(from, to + 1)
    if (counts(run)) best = run
  }
  return best
}

/** Moves in groups that each hold all whose amounts are within so many percent of the least of them. */
export function* nearlyEqual(
  scene: Scene,
  moves: Iterable<number>,
  percent: number,
): Generator<readonly number[]> {
  const sorted = [...moves]
    .map((move) => ({ move, amount: amountOf(scene, move) }))
    .sort((a, b) => compareAmounts(a.amount, b.amount) || a.move - b.move)
  let end = 0
  for (let start = 0; start < sorted.length; start++) {
    const most = (sorted[start] as { amount: bigint }).amount * BigInt(100 + percent)
    const before = end
    while (end < sorted.length && 100n * (sorted[end] as { amount: bigint }).amount <= most) end++
    // A group that lies in the one before it holds no longer run.
    if (end > before) yield sorted.slice(start, end).map(({ move }) => move)
  }
}
