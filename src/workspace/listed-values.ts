import { sql } from '../engine/index.ts'
import type { Known, ListedValue, Rejected, Source } from '../model/index.ts'
import { nextOrd } from './sink.ts'
import { keepSource } from './sources.ts'
import { hasTable, type Workspace } from './workspace.ts'

/** What an operator's list says, and the lines of it that could not be read. */
export type ListedFile = {
  readonly listed: readonly ListedValue[]
  readonly rejected: readonly Rejected[]
}

/** Takes an operator's list whole or not at all; true where the workspace held it before. */
export const importListedValues = (
  workspace: Workspace,
  source: Source,
  { listed, rejected }: ListedFile,
): Promise<boolean> =>
  workspace.engine.transaction(async (session) => {
    const isHeld = session.query(sql`select 1 from source where id = ${source.id}`)
    for await (const _ of isHeld) return true
    let ord = await nextOrd(session)
    const values = await session.append('listed_value')
    for (const { kind, value, known, name, place } of listed)
      values.add([kind, value, known, name, source.id, place, ord++])
    const faults = await session.append('rejected')
    for (const fault of rejected)
      faults.add([fault.source, fault.place, fault.reason, fault.text, ord++])
    values.end()
    faults.end()
    await keepSource(session, source)
    return false
  })

/** All values of the operator's lists that the workspace holds, in the order in which they came in. */
export const listedValuesOf = async (workspace: Workspace): Promise<readonly ListedValue[]> => {
  const listed: ListedValue[] = []
  // A workspace that was made before there were such lists, and is only read, lacks the table.
  if (!(await hasTable(workspace.engine, 'listed_value'))) return listed
  for await (const row of workspace.engine.query(sql`select * from listed_value order by ord`))
    listed.push({
      kind: row.kind as string,
      value: row.value as string,
      known: row.known as Known,
      name: row.name as string,
      place: row.place as string,
    })
  return listed
}
