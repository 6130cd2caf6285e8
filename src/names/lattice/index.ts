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
