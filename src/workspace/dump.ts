import { typedSql } from '../engine/index.ts'
import { canonicalJson } from '../model/index.ts'
import { tables } from './tables.ts'
import type { Workspace } from './workspace.ts'

/**
 * Every row of the workspace, sorted, one line each: the table and the row as JSON. Two workspaces
 * that hold the same, in the same order of coming in, give the same lines.
 */
export async function* dump(workspace: Workspace): AsyncGenerator<string> {
  for (const table of Object.keys(tables).sort()) {
    const rows = workspace.engine.query(typedSql(`select * from ${table} order by all`))
    for await (const row of rows) yield `${table}\t${canonicalJson(row)}`
  }
}
