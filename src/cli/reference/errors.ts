import { type ErrorCode, errorTable } from '../../model/index.ts'
import { page } from './markdown.ts'

/** `docs/errors.md`: the anchor of each heading is the code that an error names. */
export const errorsPage = (): string =>
  page(
    '# Errors',
    '',
    'An error says what happened and where, what to do, and its code, which programs read. Bad rows are',
    'no errors: they are kept with place and reason, and the rest goes on.',
    '',
    (Object.keys(errorTable) as ErrorCode[]).flatMap((code) => {
      const { exit, status, what, fix } = errorTable[code]
      const codes = `Exit code ${exit}; HTTP status ${status}.`
      return [`## ${code}`, '', what, '', `**What to do:** ${fix}`, '', codes, '']
    }),
  )
