import table from '../../../data/switch-rules.json' with { type: 'json' }
import { toSpan } from '../../model/index.ts'

/** Purpose of a visa, an entry or a permit. `all` is the total; the military is its own class. */
export type Purpose =
  | 'work'
  | 'student'
  | 'tourist'
  | 'business'
  | 'official'
  | 'private'
  | 'transit'
  | 'vehicle_crew'
  | 'military'
  | 'all'

/** What is counted. Figures of two measures never stand in one series. */
export type Measure = 'visas' | 'entries' | 'permits'

/** A known event that explains a change; days since 1970-01-01, both included. `*` is any host. */
export type KnownEvent = {
  readonly kind: 'closure' | 'troops' | 'redefinition'
  readonly host: string
  readonly from: number
  readonly to: number
  readonly says: string
}

/** The numbers of the detector; their reasons stand in `data/switch-rules.json`. */
export const switchRules: Omit<typeof table, 'events' | 'measures' | 'purposes'> = table

/** Words of sources for a purpose, in lower case. */
export const purposeWords: ReadonlyMap<string, Purpose> = new Map(
  Object.entries(table.purposes.words) as [string, Purpose][],
)

/** Properties of statements that count visas, entries or permits. */
export const measureOf: ReadonlyMap<string, Measure> = new Map(
  Object.entries(table.measures) as [string, Measure][],
)

/** Border closures and troop movements that are publicly known. */
export const knownEvents: readonly KnownEvent[] = table.events.map((event) => ({
  kind: event.kind as KnownEvent['kind'],
  host: event.host,
  from: toSpan(event.from).first,
  to: toSpan(event.to).last,
  says: event.says,
}))

/** Log of how likely a hidden group takes each class. Never the total, the military, or work itself. */
export const doorLogs: ReadonlyMap<string, number> = new Map(
  Object.entries(table.hidden.doors).map(([door, share]) => [door, Math.log(share)]),
)

/** Classes by which workers could come instead. */
export const doors: readonly Purpose[] = Object.keys(table.hidden.doors) as Purpose[]
