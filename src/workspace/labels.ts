import { sql } from '../engine/index.ts'
import type { Label, LabelKind, Rejected, Source } from '../model/index.ts'
import { hasSource } from './observations.ts'
import { nextOrd } from './sink.ts'
import { keepSource } from './sources.ts'
import { hasTable, type Workspace } from './workspace.ts'

/** What a file says of addresses, and the rows of it that could not be read. */
export type LabelFile = {
  readonly labels: readonly Label[]
  readonly rejected: readonly Rejected[]
}

/** Takes a file of labels whole or not at all; true where the workspace held it before. */
export const importLabels = (
  workspace: Workspace,
  source: Source,
  { labels, rejected }: LabelFile,
): Promise<boolean> =>
  workspace.engine.transaction(async (session) => {
    if (await hasSource(session, source)) return true
    let ord = await nextOrd(session)
    const rows = await session.append('label')
    for (const each of labels)
      rows.add([
        each.address,
        each.kind,
        each.category,
        each.label,
        each.source,
        each.confidence,
        each.from ?? null,
        each.to ?? null,
        each.said ?? null,
        each.actor ?? null,
        source.id,
        each.place,
        ord++,
      ])
    const faults = await session.append('rejected')
    for (const fault of rejected)
      faults.add([fault.source, fault.place, fault.reason, fault.text, ord++])
    rows.end()
    faults.end()
    await keepSource(session, source)
    return false
  })

/** All labels that the workspace holds, in the order in which they came in. */
export const labelsOf = async ({ engine }: Workspace): Promise<readonly Label[]> => {
  const labels: Label[] = []
  // A workspace that was made before the table, and is only read, lacks it.
  if (!(await hasTable(engine, 'label'))) return labels
  for await (const row of engine.query(sql`select * from label order by ord`)) {
    const text = (name: string): string | undefined => (row[name] as string | null) ?? undefined
    const [from, to, said, actor] = ['valid_from', 'valid_to', 'said', 'actor'].map(text)
    labels.push({
      address: row.address as string,
      kind: row.kind as LabelKind | null,
      category: row.category as string,
      label: row.label as string,
      source: row.origin as string,
      confidence: Number(row.confidence),
      ...(from === undefined ? {} : { from: from as NonNullable<Label['from']> }),
      ...(to === undefined ? {} : { to: to as NonNullable<Label['to']> }),
      ...(said === undefined ? {} : { said: said as NonNullable<Label['said']> }),
      ...(actor === undefined ? {} : { actor }),
      place: row.place as string,
    })
  }
  return labels
}
