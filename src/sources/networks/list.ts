import type { File } from '../../formats/index.ts'
import type { Rejected, Source } from '../../model/index.ts'

/** What a value on a list is known to be. */
export type Known =
  | 'vpn'
  | 'hosting'
  | 'residential'
  | 'mobile'
  | 'disposable'
  | 'remote_access'
  | 'kvm'
  | 'intermediary'

/** A value that an operator's list tells something of. */
export type ListedValue = {
  /** What kind of value it is: `network`, `asn`, `mail_domain`, `process`, `domain`, `usb`, or that of an observation or field. */
  readonly kind: string
  readonly value: string
  readonly known: Known
  /** Who or what it is, where the list says so. */
  readonly name: string
  readonly place: string
}

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
