/** What has the same key, together, in the order in which it comes. */
export const groupBy = <T, K>(all: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) put(groups, keyOf(one), one)
  return groups
}

/** Puts one more into the group of its key. */
export const put = <T, K>(groups: Map<K, T[]>, key: K, one: T): void => {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}

/** Every two of many, the earlier first. */
export const pairsOf = <T>(all: readonly T[]): readonly (readonly [T, T])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const))

/** Groups in code-point order of their keys, so that one more statement does not change which is first. */
export const inKeyOrder = <T>(groups: ReadonlyMap<string, T[]>): readonly T[][] =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
