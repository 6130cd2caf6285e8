const most = 16_384

/** The same function, which works out each of a few thousand texts once: statements repeat them endlessly. */
export const remember = <V>(work: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>()
  return (text) => {
    if (known.has(text)) return known.get(text) as V
    const value = work(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
