/**
 * Every way a run can end before its work is done. A bad row is no error: it is a `Rejected` value.
 * `exit` is the process exit code (CONTRACTS: 1 failed, 2 usage), `status` the HTTP status of the API.
 */
export const errorTable = {
  usage: { exit: 2, status: 400, what: 'The command was not understood.' },
  'file-missing': { exit: 2, status: 404, what: 'A file that was named is not there.' },
  'file-unreadable': { exit: 1, status: 403, what: 'A file is there but cannot be read.' },
  'file-empty': { exit: 1, status: 422, what: 'A file has no content.' },
  'kind-unknown': { exit: 1, status: 415, what: 'No reader knows this kind of file.' },
  'kind-ambiguous': { exit: 1, status: 415, what: 'Two readers claim the same file.' },
  'encoding-unknown': { exit: 1, status: 415, what: 'The text encoding cannot be told.' },
  'encoding-broken': { exit: 1, status: 422, what: 'A file breaks the encoding that it declares.' },
  'column-unknown': { exit: 2, status: 422, what: 'A column that was named is not in the file.' },
  'column-missing': { exit: 1, status: 422, what: 'A column that is needed is not in the file.' },
  'file-truncated': { exit: 1, status: 422, what: 'A file ends before its end.' },
  'file-malformed': { exit: 1, status: 422, what: 'A file breaks the rules of its format.' },
  'list-refused': {
    exit: 1,
    status: 422,
    what: 'A list file is not taken; the version before stays.',
  },
  'list-unknown': { exit: 2, status: 404, what: 'No list has this id.' },
  'workspace-missing': { exit: 2, status: 404, what: 'No workspace is here.' },
  'workspace-exists': { exit: 1, status: 409, what: 'A workspace is already here.' },
  'workspace-busy': { exit: 1, status: 409, what: 'Another program has the workspace open.' },
  'workspace-newer': { exit: 1, status: 409, what: 'The workspace was made by a newer Muster.' },
  'setting-invalid': { exit: 2, status: 422, what: 'A setting has a value that it cannot have.' },
  'sql-failed': { exit: 1, status: 400, what: 'The engine refused an SQL statement.' },
  internal: { exit: 1, status: 500, what: 'A fault of Muster itself.' },
} as const

export type ErrorCode = keyof typeof errorTable

/** Says what, where (in the message) and what to do (the hint). Programs read the code, never the words. */
export class MusterError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'MusterError'
    this.code = code
    this.hint = options.hint
  }

  get exit(): number {
    return errorTable[this.code].exit
  }
}
