/**
 * Every way a run can end before its work is done. A bad row is no error: it is a `Rejected` value.
 * `exit` is the process exit code (1 failed, 2 usage), `status` the HTTP status of the API,
 * `fix` what to do where an error brings no hint of its own.
 */
export const errorTable = {
  usage: {
    exit: 2,
    status: 400,
    what: 'The command was not understood.',
    fix: 'Run the command with --help; it shows its arguments and examples.',
  },
  'file-missing': {
    exit: 2,
    status: 404,
    what: 'A file that was named is not there.',
    fix: 'Check the path and the folder you are in.',
  },
  'file-unreadable': {
    exit: 1,
    status: 403,
    what: 'A file is there but cannot be read.',
    fix: 'Name a file rather than a folder, and check that you may read it.',
  },
  'file-unwritable': {
    exit: 1,
    status: 500,
    what: 'A file cannot be written.',
    fix: 'Check that the folder is there, that you may write to it, and that the disk has room.',
  },
  'file-empty': {
    exit: 1,
    status: 422,
    what: 'A file has no content.',
    fix: 'Save or fetch the file again.',
  },
  'kind-unknown': {
    exit: 1,
    status: 415,
    what: 'No reader knows this kind of file.',
    fix: 'Say what it is with --as KIND.',
  },
  'kind-ambiguous': {
    exit: 1,
    status: 415,
    what: 'Two readers claim the same file.',
    fix: 'Say which it is with --as KIND.',
  },
  'encoding-unknown': {
    exit: 1,
    status: 415,
    what: 'The text encoding cannot be told.',
    fix: 'Say which it is with --encoding NAME, or save the file as UTF-8.',
  },
  'encoding-broken': {
    exit: 1,
    status: 422,
    what: 'A file breaks the encoding that it declares.',
    fix: 'Fetch the file again from its issuer, or say its encoding with --encoding NAME.',
  },
  'column-unknown': {
    exit: 2,
    status: 422,
    what: 'A column that was named is not in the file.',
    fix: 'Compare the name with the header line of the file.',
  },
  'column-missing': {
    exit: 1,
    status: 422,
    what: 'A column that is needed is not in the file.',
    fix: 'Name the column that holds it with --map field=column.',
  },
  'file-truncated': {
    exit: 1,
    status: 422,
    what: 'A file ends before its end.',
    fix: 'Fetch or save the file again: the end is missing.',
  },
  'file-malformed': {
    exit: 1,
    status: 422,
    what: 'A file breaks the rules of its format.',
    fix: 'Look at the place that is named, or fetch the file again from its issuer.',
  },
  'list-refused': {
    exit: 1,
    status: 422,
    what: 'A list file is not taken; the version before stays.',
    fix: 'Fetch the list again from its issuer; until then the version before is used.',
  },
  'list-unknown': {
    exit: 2,
    status: 404,
    what: 'No list has this id.',
    fix: 'See the ids of all lists with: muster lists status',
  },
  'answer-differs': {
    exit: 1,
    status: 409,
    what: 'An earlier answer does not follow from its files any more.',
    fix: 'Look at the line or file that is named: one of them was changed.',
  },
  'workspace-missing': {
    exit: 2,
    status: 404,
    what: 'No workspace is here.',
    fix: 'Make one with: muster init',
  },
  'workspace-exists': {
    exit: 1,
    status: 409,
    what: 'A workspace is already here.',
    fix: 'Use the one that is there, or name another folder.',
  },
  'workspace-busy': {
    exit: 1,
    status: 409,
    what: 'Another program has the workspace open.',
    fix: 'End the other program, or wait until it is done.',
  },
  'workspace-newer': {
    exit: 1,
    status: 409,
    what: 'The workspace was made by a newer Muster.',
    fix: 'Install the newest Muster.',
  },
  'setting-invalid': {
    exit: 2,
    status: 422,
    what: 'A setting has a value that it cannot have.',
    fix: 'See all settings and where each value comes from with: muster config',
  },
  'sql-failed': {
    exit: 1,
    status: 400,
    what: 'The engine refused an SQL statement.',
    fix: 'See the tables with: muster sql "show tables"',
  },
  internal: {
    exit: 1,
    status: 500,
    what: 'A fault of Muster itself.',
    fix: 'Run it again with --verbose and report what it prints, with the command and no personal data.',
  },
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
