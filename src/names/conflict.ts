import type { Millibits } from '../model/index.ts'

/** What parts of two names that must not differ take from their agreement; 0 or less, symmetric. */
export const conflictWeight = (_left: readonly string[], _right: readonly string[]): Millibits => 0
