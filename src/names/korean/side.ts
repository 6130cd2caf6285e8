import table from '../../../data/korean-spelling.json' with { type: 'json' }

/** Whose spelling a way of writing is, where it tells. */
const sides: ReadonlyMap<string, 'north' | 'south'> = new Map([
  ['northern Hangul', 'north'],
  ['southern Hangul', 'south'],
  ...table.styles.flatMap(({ name, script, spelling }): [string, 'north' | 'south'][] =>
    script === 'Latn' && (spelling === 'north' || spelling === 'south') ? [[name, spelling]] : [],
  ),
])

const sideOf = (ways: readonly string[]): 'north' | 'south' | undefined => {
  const told = new Set(ways.flatMap((way) => sides.get(way) ?? []))
  return told.size === 1 ? [...told][0] : undefined
}

/** What the ways that two forms of one name are written in say of them, in words. */
export const sayWays = (left: readonly string[], right: readonly string[]): string => {
  const [a, b] = [sideOf(left), sideOf(right)]
  return a && b && a !== b ? 'same name in North and South spelling' : 'same Korean name'
}
