/**
 * What was made for a key, made now where it is not known. Past `most` keys all are forgotten: names
 * share their words, so that the commonest are soon known again.
 */
export const remember = <T>(
  known: Map<string, T>,
  key: string,
  make: () => T,
  most = 50_000,
): T => {
  const found = known.get(key)
  if (found !== undefined || known.has(key)) return found as T
  const made = make()
  if (known.size >= most) known.clear()
  known.set(key, made)
  return made
}
