let row = new Uint16Array(256)

/** Least number of letters put in, left out or replaced between two texts; a replacement counts once or twice. */
export const edits = (a: string, b: string, replacement: 1 | 2 = 1): number => {
  let start = 0
  let [endA, endB] = [a.length, b.length]
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const width = endB - start
  if (width >= row.length) row = new Uint16Array(2 * width)
  for (let j = 0; j <= width; j++) row[j] = j
  for (let i = start; i < endA; i++) {
    const letter = a.charCodeAt(i)
    let corner = row[0] as number
    let left = i - start + 1
    row[0] = left
    for (let j = 0; j < width; j++) {
      const above = row[j + 1] as number
      const replaced = corner + (letter === b.charCodeAt(start + j) ? 0 : replacement)
      left = Math.min(replaced, left + 1, above + 1)
      row[j + 1] = left
      corner = above
    }
  }
  return row[width] as number
}
