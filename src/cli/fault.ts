import { type ErrorCode, errorTable, MusterError } from '../model/index.ts'
import type { Paint } from './terminal/colour.ts'
import { toPlainLines } from './terminal/plain.ts'

/** What stderr says of an error, and the exit code. */
export type Fault = { readonly text: string; readonly exit: number }

/** What happened and where; what to do; the code and where it is explained. The stack only if asked. */
export const explainFault = (
  thrown: unknown,
  { paint, verbose }: { readonly paint: Paint; readonly verbose: boolean },
): Fault => {
  const error = toMusterError(thrown)
  const row = errorTable[error.code]
  const lines = [
    `${paint('error', 'muster:')} ${indent(error.message)}`,
    `  ${indent(error.hint ?? row.fix)}`,
    paint('faint', `  ${error.code}, explained in ${docsAnchor(error.code)}`),
  ]
  if (verbose) lines.push(...causes(thrown).map((stack) => paint('faint', toPlainLines(stack))))
  return { text: `${lines.join('\n')}\n`, exit: error.exit }
}

/** Some messages show a place in a text on lines of their own. */
const indent = (text: string): string => toPlainLines(text).replaceAll('\n', '\n  ')

const docsAnchor = (code: ErrorCode): string => `docs/errors.md#${code}`

const toMusterError = (thrown: unknown): MusterError => {
  if (thrown instanceof MusterError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const known = systemCodes[(thrown as NodeJS.ErrnoException | undefined)?.code ?? '']
  return new MusterError(known ?? 'internal', message, { cause: thrown })
}

/** Errors of the operating system that came up outside the readers and writers. */
const systemCodes: Readonly<Record<string, ErrorCode>> = {
  EACCES: 'file-unreadable',
  EEXIST: 'file-unwritable',
  EISDIR: 'file-unreadable',
  ENOENT: 'file-missing',
  ENOSPC: 'file-unwritable',
  ENOTDIR: 'file-missing',
  EPERM: 'file-unreadable',
  EROFS: 'file-unwritable',
}

const causes = (thrown: unknown): string[] => {
  if (!(thrown instanceof Error)) return []
  const own = thrown.stack ?? thrown.message
  return thrown.cause === undefined ? [own] : [own, ...causes(thrown.cause)]
}
