import { type ErrorCode, MusterError } from '../model/index.ts'

/** What a damaged file ends in. Anything else is no fault of the file and ends the run. */
const damages: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'file-missing',
  'file-unreadable',
  'file-empty',
  'encoding-unknown',
  'encoding-broken',
  'column-missing',
  'file-truncated',
  'file-malformed',
  'list-refused',
])

/** What is wrong with the file that the error speaks of; any other error is thrown on. */
export const explainDamage = (cause: unknown): string => {
  if (cause instanceof MusterError && damages.has(cause.code)) return cause.message
  throw cause
}
