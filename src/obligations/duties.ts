import table from '../../data/duties.json' with { type: 'json' }
import { type Duty, type DutyRow, type Instrument, isInForce } from './duty.ts'

type Resolution = Instrument & { readonly duties: readonly DutyRow[] }

// The JSON Schema beside the table holds its shape, and a test holds the table to it.
const resolutions = table.resolutions as readonly unknown[] as readonly Resolution[]
const gaps = table.gaps as readonly unknown[] as readonly DutyRow[]

/** Every duty by resolution and paragraph, then the gaps. */
export const duties: readonly Duty[] = [
  ...resolutions.flatMap(({ duties: rows, ...instrument }) =>
    rows.map((row): Duty => ({ ...row, instrument })),
  ),
  ...gaps,
]

const byId: ReadonlyMap<string, Duty> = new Map(duties.map((duty) => [duty.id, duty]))

/** The duty with an id, `W-2397-08a`; undefined where there is none. */
export const findDuty = (id: string): Duty | undefined => byId.get(id)

const who: Readonly<Record<string, string>> = table.bearers

/** Who owes a duty, in words: `every member state`. */
export const showBearer = ({ bearer }: Duty): string =>
  bearer.map((kind) => who[kind] ?? kind).join('; ')

/**
 * The later duty, in force on a day, that leaves a duty nothing of its own: it binds where the older
 * one called, or overtook it. That is our reading of the two texts.
 */
export const findSuccessor = ({ reading }: Duty, day: number): Duty | undefined =>
  (reading ?? [])
    .filter(({ kind }) => kind === 'binding_since' || kind === 'overtaken_by')
    .flatMap(({ by }) => by ?? [])
    .flatMap((id) => findDuty(id) ?? [])
    .find((later) => isInForce(later, day))
