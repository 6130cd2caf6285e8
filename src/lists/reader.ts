import type { File } from '../formats/index.ts'
import type { Instant, Read, Source } from '../model/index.ts'

/** The lists that Muster reads. */
export type ListId = 'un' | 'ofac-sdn' | 'ofac-cons' | 'eu' | 'uk' | 'eu-journal' | 'starter'

/** What a reader tells of a file from its name and head alone. */
export type Recognised = {
  readonly list: ListId
  /** Files of one group and list are read together: the tables of a set, the acts of a journal. */
  readonly group: string
  /** Which table of the set this is. */
  readonly part: string
  /** The date the file gives itself, else the one in its name, else null. */
  readonly date: Instant | null
  /** Number of entries that the file says it holds. */
  readonly declared?: number
}

export type ListFile = { readonly file: File; readonly source: Source; readonly part: string }

/** The files of one version of a list. */
export type Edition = {
  readonly list: ListId
  readonly date: Instant | null
  readonly files: readonly ListFile[]
}

/**
 * A format of an issuing body. `left` names what the reader does not store, by element path, column
 * or remark clause, each with the reason; anything else that it does not know becomes a rejected row.
 */
export type ListReader = {
  readonly format: string
  recognise(file: File): Recognised | undefined
  /** Parts without which an edition is refused. */
  readonly needs: readonly string[]
  /** Texts that open an entry in the file of each part, to count entries without reading them. */
  readonly marks: Readonly<Record<string, readonly string[]>>
  read(edition: Edition): AsyncIterable<Read>
  readonly left: Readonly<Record<string, string>>
}
