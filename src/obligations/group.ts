/** What has the same key, together, in the order in which it comes. */
export const groupBy = <T, K>(all: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** Groups in code-point order of their keys, so that one more statement does not change which is first. */
export const inKeyOrder = <T>(groups: ReadonlyMap<string, T[]>): readonly T[][] =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
