import { posix } from 'node:path'
import type { Module } from './module.ts'

/** Source files by path (`src/…`, forward slashes). */
export type House = ReadonlyMap<string, Module>

/** The folder right under src, or the file that stands there. */
export const roomOf = (path: string): string => path.split('/')[1] as string

export const resolve = (path: string, specifier: string): string =>
  posix.join(posix.dirname(path), specifier)

/** The files of the house that a file imports; only those that stay when types are erased, if asked. */
export const targets = (house: House, path: string, valuesOnly: boolean): readonly string[] =>
  (house.get(path)?.imports ?? [])
    .filter((each) => each.specifier?.startsWith('.') && !(valuesOnly && each.typeOnly))
    .map((each) => resolve(path, each.specifier as string))
    .filter((to) => house.has(to))

/** Shortest way along imports from one file to the first that is wanted, both ends included. */
export const findWay = (
  house: House,
  from: string,
  by: { readonly valuesOnly: boolean; readonly wanted: (path: string) => boolean },
): readonly string[] | undefined => {
  const ways: (readonly string[])[] = [[from]]
  const seen = new Set<string>()
  for (const way of ways)
    for (const next of targets(house, way.at(-1) as string, by.valuesOnly)) {
      if (by.wanted(next)) return [...way, next]
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  return undefined
}
