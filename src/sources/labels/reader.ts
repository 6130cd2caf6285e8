import type { File } from '../../formats/index.ts'
import type { Label, Rejected, Source } from '../../model/index.ts'

/** A label, or what cannot be read as one. */
export type LabelRead =
  | { readonly ok: true; readonly label: Label }
  | ({ readonly ok: false } & Rejected)

/** Reads one kind of file of labels. */
export type LabelReader = {
  readonly id: string
  /** What it holds, for people. */
  readonly about: string
  recognise(file: File): boolean
  read(file: File, source: Source): AsyncIterable<LabelRead>
}

export const rejectLabel = (
  source: Source,
  { place, reason, text }: Omit<Rejected, 'source'>,
): LabelRead => ({ ok: false, source: source.id, place, reason, text })

/** Longest address of any network; longer text is none. */
const longest = 256

/** Why a text is no address, whatever the network; undefined where it may be one. */
export const faultOfAddress = (text: string): string | undefined => {
  if (text === '') return 'it has no address'
  if (text.length > longest) return `an address is no longer than ${longest} characters`
  return /\s/.test(text) ? 'an address holds no white space' : undefined
}
