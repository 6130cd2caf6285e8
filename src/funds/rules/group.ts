/** Items by a key, each group in their order. */
export const groupBy = <Item, Key>(
  all: Iterable<Item>,
  key: (each: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const each of all) {
    const own = key(each)
    const group = groups.get(own)
    if (group) group.push(each)
    else groups.set(own, [each])
  }
  return groups
}
