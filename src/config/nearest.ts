/** Optimal string alignment distance: one swap of neighbours, insertion, deletion or change is 1. */
const distance = (a: string, b: string): number => {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = above
    above = row
  }
  return above[b.length]!
}

/** The known word that was probably meant: at most three slips, and fewer than half of its letters. */
export const findNearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: { readonly word: string; readonly slips: number } | undefined
  for (const candidate of known) {
    const slips = distance(word.toLowerCase(), candidate.toLowerCase())
    const near = slips <= 3 && slips * 2 < Math.max(word.length, candidate.length)
    if (near && (!best || slips < best.slips)) best = { word: candidate, slips }
  }
  return best?.word
}
