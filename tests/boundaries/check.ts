import { impure, isPure, namedNeighbours, packageRooms, rows } from './floors.ts'
import { findWay, type House, resolve, roomOf, targets } from './graph.ts'
import { type Import, readModule } from './module.ts'

export type Rule =
  | 'computed' // the path of an import() is not written out
  | 'cycle' // a file imports itself by way of others, types counted
  | 'deep' // another folder is entered past its index.ts
  | 'impure' // pure code takes a clock, randomness, the network or files
  | 'neighbour' // a folder of the same row
  | 'outside' // code that is not under src
  | 'package' // a package where it does not belong
  | 'unplaced' // a folder that the floors do not know
  | 'unresolved' // no such source file
  | 'upward' // a row further down in the table

export type Breach = { readonly rule: Rule; readonly at: string; readonly says: string }

/** Breaches of the floors in a set of source files; paths are `src/…` with forward slashes. */
export const checkBoundaries = (files: ReadonlyMap<string, string>): readonly Breach[] => {
  const house = new Map([...files].map(([path, text]) => [path, readModule(path, text)] as const))
  const imports = [...house].flatMap(([path, module]) =>
    module.imports.flatMap((each): readonly Breach[] => {
      const rule = ruleBroken(house, path, each)
      const says = `imports ${each.specifier ?? 'a computed path'}`
      return rule ? [{ rule, at: `${path}:${each.line}`, says }] : []
    }),
  )
  return [...imports, ...findCycles(house), ...findImpure(house)]
}

const rowOf = (path: string): number => rows.findIndex((row) => row.includes(roomOf(path)))

const ruleBroken = (house: House, path: string, { specifier }: Import): Rule | undefined => {
  if (specifier === undefined) return 'computed'
  if (!specifier.startsWith('.')) {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
    return packageRooms[name]?.includes(roomOf(path)) === false ? 'package' : undefined
  }
  const to = resolve(path, specifier)
  if (!to.startsWith('src/')) return to.endsWith('.json') ? undefined : 'outside'
  if (rowOf(path) < 0 || rowOf(to) < 0) return 'unplaced'
  const crossing = roomOf(path) !== roomOf(to)
  if (crossing && rowOf(to) > rowOf(path)) return 'upward'
  const named = namedNeighbours[roomOf(path)]?.includes(roomOf(to))
  if (crossing && rowOf(to) === rowOf(path) && !named) return 'neighbour'
  if (!house.has(to)) return 'unresolved'
  const door = doorOf(house, path, to)
  return door && door !== to ? 'deep' : undefined
}

/**
 * The index.ts by which a file comes to another: that of the outermost folder that holds only the
 * other. Folders right under src must have one, those inside them may.
 */
const doorOf = (house: House, path: string, to: string): string | undefined => {
  const steps = to.split('/').slice(0, -1)
  const doors = steps
    .map((_, i) => `${steps.slice(0, i + 1).join('/')}/`)
    .filter((folder) => !path.startsWith(folder))
    .map((folder) => `${folder}index.ts`)
  return roomOf(path) === roomOf(to) ? doors.find((door) => house.has(door)) : doors[0]
}

const findCycles = (house: House): readonly Breach[] => {
  const cycles = new Map<string, Breach>()
  for (const path of [...house.keys()].sort()) {
    const way = findWay(house, path, { valuesOnly: false, wanted: (next) => next === path })
    const members = way && [...new Set(way)].sort().join(' ')
    if (members && !cycles.has(members))
      cycles.set(members, { rule: 'cycle', at: path, says: `→ ${way.slice(1).join(' → ')}` })
  }
  return [...cycles.values()]
}

/** Pure files that take something from the world, name the engine, or run a file that takes. */
const findImpure = (house: House): readonly Breach[] =>
  [...house.keys()].filter(isPure).flatMap((path) => {
    const engine = targets(house, path, false).filter((to) => roomOf(to) === 'engine')
    const own = [...takes(house, path), ...engine.map((to) => `imports ${to}`)]
    const wanted = (next: string): boolean => !isPure(next) && takes(house, next).length > 0
    const way = own.length > 0 ? undefined : findWay(house, path, { valuesOnly: true, wanted })
    const far = way
      ? [`runs ${way.slice(1).join(' → ')}: ${takes(house, way.at(-1) as string)[0]}`]
      : []
    return [...own, ...far].map((says): Breach => ({ rule: 'impure', at: path, says }))
  })

const takes = (house: House, path: string): readonly string[] => {
  const module = house.get(path)
  const foreign = module?.imports.filter(
    (each) => !each.typeOnly && impure.modules(each.specifier ?? ''),
  )
  return [
    ...(module?.takes ?? []).map(({ what, line }) => `takes ${what} in line ${line}`),
    ...(foreign ?? []).map(({ specifier, line }) => `imports ${specifier} in line ${line}`),
  ]
}
