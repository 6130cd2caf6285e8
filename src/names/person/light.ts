import table from '../../../data/person-words.json' with { type: 'json' }
import type { Millibits } from '../../model/index.ts'
import { type LightKind, nameWeights } from '../weights.ts'

const kinds: readonly LightKind[] = ['particle', 'honorific', 'suffix', 'kunya']

/** Words beside the proper part of a person's name, with what each says at most. */
export const lightWords: ReadonlyMap<string, Millibits> = new Map(
  kinds.flatMap((kind) => table[kind].split(' ').map((word) => [word, nameWeights.light[kind]])),
)
