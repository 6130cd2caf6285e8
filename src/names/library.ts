/**
 * Names as a library of its own: `import { compare } from 'muster-evidence/names'`. Pure: no files, no
 * network, no clock; any Unicode text is taken, the same texts give the same numbers.
 */
import type { Millibits } from '../model/index.ts'
import { compareReadNames, type NameComparison } from './compare-names.ts'
import { readName } from './name.ts'

export {
  compareReadNames,
  type NameComparison,
  type NamePart,
  nameWeight,
} from './compare-names.ts'
export { type Confusable, confusables } from './confusable.ts'
export { foldName } from './fold.ts'
export { type KoreanSystem, koreanSystems, readKorean, writeKorean } from './korean/index.ts'
export type { Choice, Path, Reading } from './lattice/index.ts'
export { type Name, readName } from './name.ts'
export { normalise } from './normalise.ts'
export { scriptOf } from './script.ts'
export type { Millibits }

/**
 * Compares two names written in any scripts: `millibits` is a thousand times the log2 of how much
 * likelier they are two forms of one name than the names of two people, relatives among them; its
 * `parts` sum to it and say how they agree. To compare one name with many, read each once with
 * `readName` and use `compareReadNames` or, for the number alone, `nameWeight`.
 */
export const compare = (a: string, b: string): NameComparison =>
  compareReadNames(readName(a), readName(b))
