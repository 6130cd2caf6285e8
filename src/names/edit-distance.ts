/** Longest token that is compared letter by letter; longer ones only match when they are equal. */
export const longestToken = 64

const rows = [0, 1, 2].map(() => new Int32Array(longestToken + 1))

/**
 * Optimal string alignment distance (edits and swaps of neighbours; Boytsov 2011, section 2.1),
 * or `limit + 1` as soon as it is known to be greater than `limit`.
 */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (a === b) return 0
  const over = limit + 1
  if (Math.abs(a.length - b.length) > limit) return over
  if (a.length > longestToken || b.length > longestToken) return over
  let [before, previous, current] = rows as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    let best = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = (previous[j - 1] as number) + (letter === other ? 0 : 1)
      cost = Math.min(cost, (previous[j] as number) + 1, (current[j - 1] as number) + 1)
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      current[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return over
    ;[before, previous, current] = [previous, current, before]
  }
  return Math.min(previous[b.length] as number, over)
}
