import { type Row, typedSql } from '../../engine/index.ts'
import { decode } from '../../formats/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Workspace } from '../../workspace/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { readingQuery } from '../query.ts'
import type { Progress } from '../terminal/progress.ts'
import { openExisting } from '../workspace.ts'

/** `muster sql` */
export const command: Command = defineCommand({
  name: 'sql',
  about:
    'Asks the workspace in SQL, in the dialect of DuckDB. Nothing can be changed: the workspace is opened for reading only. Tables: source, statement, observation, transfer, rejected, finding, evidence, case_file, decision.',
  arguments: {
    query: { needed: true, doc: 'one SQL statement; - reads it from standard input' },
  },
  options: {},
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    { run: 'muster sql "show tables"', does: 'names the tables' },
    {
      run: 'muster sql "select schema, count(*) as n from statement group by schema"',
      does: 'counts statements by kind of entity',
    },
    {
      run: 'muster sql "select * from rejected" -o rejected.csv',
      does: 'writes what could not be read to a file',
    },
  ],
  run: async (context, { query }) => {
    const text = readingQuery(await readQuery(context, query))
    const workspace = await openExisting(context, { readOnly: true })
    const progress = context.tell.progress('asking the workspace', { unit: 'rows' })
    try {
      const rows = workspace.engine.query(typedSql(text))[Symbol.asyncIterator]()
      const first = await rows.next()
      const columns = first.done ? await findColumns(workspace, text) : Object.keys(first.value)
      await context.output.rows(columns, first.done ? [] : resume(first.value, rows, progress))
    } finally {
      progress.end()
      await workspace.close()
    }
    return 0
  },
})

const readQuery = async (context: Context, query: string): Promise<string> => {
  if (query !== '-') return query
  let text = ''
  for await (const part of decode(await context.open('-'), 'utf-8')) text += part
  return text
}

async function* resume(
  first: Row,
  rest: AsyncIterator<Row>,
  progress: Progress,
): AsyncGenerator<Row> {
  try {
    yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      progress.advance(1)
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

/** An answer without rows still has a header; statements that cannot be described have none. */
const findColumns = async (workspace: Workspace, text: string): Promise<readonly string[]> => {
  const names: string[] = []
  try {
    for await (const row of workspace.engine.query(typedSql(`describe ${text}`)))
      names.push(String(row.column_name))
  } catch (error) {
    if (error instanceof MusterError && error.code === 'sql-failed') return []
    throw error
  }
  return names
}
