import type { File } from '../../formats/index.ts'
import type { ListedValue, Rejected, Source } from '../../model/index.ts'

/** A line of a list, or why it is none. */
export type ListRead =
  | { readonly ok: true; readonly listed: ListedValue }
  | ({ readonly ok: false } & Rejected)

/** Reads one kind of list. */
export type OperatorList = {
  /** As `muster import --as` names it. */
  readonly id: string
  /** What it lists, for people. */
  readonly about: string
  recognise(file: File): boolean
  read(file: File, source: Source): AsyncIterable<ListRead>
}

/** A line that cannot be read. */
export const reject = (source: Source, place: string, reason: string, text: string): ListRead => ({
  ok: false,
  source: source.id,
  place,
  reason,
  text,
})
