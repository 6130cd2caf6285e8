export type { NameHabits } from './arrangement.ts'
export { chanceOf } from './chance.ts'
export {
  type Compared as ReadingsCompared,
  compareReadings,
  type Met,
  readingsRatio,
} from './compare.ts'
export { latticeKeys } from './keys.ts'
export {
  type Choice,
  type Language,
  type Path,
  type Position,
  type Reading,
  toChoice,
} from './reading.ts'
export { SpelledNames, type SpelledReading } from './spelled-name.ts'
export { type Meaning, type Meant, type Speller, toMeaning } from './speller.ts'
export type { Word } from './words.ts'
