import type { Entity, NewStatement, Source } from '../model/index.ts'
import { fileName } from './words.ts'

/** A file that says something of an entity, and the element or row in which it says it. */
export type Origin = {
  readonly source: string
  readonly file: string
  readonly place: string
}

/** What places have in common: the element or row that holds them all. */
export const commonPlace = (places: readonly string[]): string => {
  const [first = [], ...rest] = places.map((place) => place.split('/'))
  const differs = first.findIndex((step, i) => rest.some((other) => other[i] !== step))
  return (differs < 0 ? first : first.slice(0, differs)).join('/')
}

/** Each file that describes an entity, in the order in which its statements name them. */
export const originsOf = (
  entity: Entity,
  sources: ReadonlyMap<string, Source>,
): readonly Origin[] => {
  const places = new Map<string, string[]>()
  for (const { source, place } of entity.statements) {
    const known = places.get(source)
    if (known) known.push(place)
    else places.set(source, [place])
  }
  return [...places].map(([source, all]) => {
    const path = sources.get(source)?.path
    return { source, place: commonPlace(all), file: path === undefined ? '' : fileName(path) }
  })
}

/** The whole way to an entity, as printed once: file and place. */
export const describeOrigins = (origins: readonly Origin[]): string =>
  origins.map(({ file, place }) => `${file} ${place}`.trim()).join(', ')

/** The rest of the way to what is said of it; with the file where there is more than one. */
export const placeInside = (
  said: readonly [NewStatement, ...NewStatement[]],
  origins: readonly Origin[],
): string => {
  const { source } = said[0]
  const place = commonPlace(said.filter((each) => each.source === source).map((each) => each.place))
  const origin = origins.find((each) => each.source === source)
  if (!origin) return place
  const rest = place.slice(origin.place.length).replace(/^\//, '')
  return origins.length === 1 ? rest : [origin.file, rest].filter(Boolean).join(' ')
}
