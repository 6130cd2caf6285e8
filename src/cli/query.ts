import { MusterError } from '../model/index.ts'

/** Statements that only read. The store is opened for reading too; this says it in plain words. */
const reading: ReadonlySet<string> = new Set([
  'desc',
  'describe',
  'explain',
  'from',
  'pivot',
  'select',
  'show',
  'summarize',
  'table',
  'unpivot',
  'values',
  'with',
])

/** Texts, names in quotes and comments, in which a semicolon ends nothing. */
const enclosed = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$\w*\$)[\s\S]*?\1/g

/**
 * One statement that reads, without the semicolon at its end. Anything else is refused as `usage`:
 * several statements in one text, and statements that write, load extensions or change settings.
 */
export const readingQuery = (text: string): string => {
  const query = text.trim().replace(/[;\s]+$/, '')
  const bare = query.replace(enclosed, ' ')
  if (bare.trim() === '') throw refused('the SQL statement is empty')
  if (bare.includes(';')) throw refused('muster sql takes one statement at a time')
  const verb = /^[\s(]*(\w+)/.exec(bare)?.[1]?.toLowerCase() ?? ''
  if (reading.has(verb)) return query
  throw refused(`muster sql only reads, and ${verb || query} is no statement that reads`)
}

const refused = (message: string): MusterError =>
  new MusterError('usage', message, {
    hint: 'For example: muster sql "select * from source"',
  })
