import type { File } from '../../formats/index.ts'
import {
  type Label,
  MusterError,
  type Rejected,
  type Source,
  sortLabels,
} from '../../model/index.ts'
import { addressArrays, explorerLabels } from './json.ts'
import type { LabelReader } from './reader.ts'
import { labelTables } from './table.ts'
import { tagPacks } from './tag-pack.ts'

/** Readers of labels of addresses. */
export const labelReaders: readonly LabelReader[] = [
  tagPacks,
  addressArrays,
  explorerLabels,
  labelTables,
]

/** Whether a file holds labels of addresses, by its head alone. */
export const looksLikeLabels = (file: File): boolean =>
  labelReaders.some((reader) => reader.recognise(file))

/**
 * All labels of a file, sorted: those of one address together, the most certain first, none left out;
 * and what cannot be read of it. Errors: `kind-unknown` where no reader knows the file or its name would
 * have to say what its addresses are, `file-malformed`.
 */
export const readLabels = async (
  file: File,
  source: Source,
): Promise<{ readonly labels: readonly Label[]; readonly rejected: readonly Rejected[] }> => {
  const reader = labelReaders.find((each) => each.recognise(file))
  if (!reader)
    throw new MusterError('kind-unknown', `no reader knows what labels ${file.path} holds`, {
      hint: `It may be ${labelReaders.map(({ about }) => about).join('; ')}.`,
    })
  const labels: Label[] = []
  const rejected: Rejected[] = []
  for await (const read of reader.read(file, source)) {
    if (read.ok) labels.push(read.label)
    else {
      const { ok: _, ...row } = read
      rejected.push(row)
    }
  }
  return { labels: sortLabels(labels), rejected }
}
