import { sql } from '../engine/index.ts'
import { type Case, canonicalJson } from '../model/index.ts'
import type { Run } from './run.ts'
import type { Workspace } from './workspace.ts'

/**
 * Keeps the cases of a run, whole or not at all. An unchanged case writes nothing, a changed one is
 * added to the log, and one that the run no longer opens is marked as closed.
 */
export const keepCases = (
  workspace: Workspace,
  run: Run,
  cases: readonly Case[],
): Promise<{ readonly written: number; readonly closed: number }> =>
  workspace.engine.transaction(async (session) => {
    const open = new Map<string, string>()
    for await (const row of session.query(sql`select * from case_file order by id`)) {
      const { id, title, subjects, rank, why, marking, findings } = row
      open.set(id as string, canonicalJson([title, subjects, rank, why, marking, findings]))
    }
    let ord = 1
    const last = sql`select coalesce(max(ord), 0) + 1 as next from case_log`
    for await (const { next } of session.query(last)) ord = Number(next)
    const log = await session.append('case_log')
    let written = 0
    for (const { id, title, subjects, findings, priority, marking } of cases) {
      const { rank, why } = priority
      const before = open.get(id)
      open.delete(id)
      if (before === canonicalJson([title, subjects, rank, why, marking, findings])) continue
      log.add([id, title, subjects, rank, why, marking, findings, run.id, 'open', ord++])
      written++
    }
    for (const id of open.keys())
      log.add([id, null, null, null, null, null, null, run.id, 'closed', ord++])
    return { written, closed: open.size }
  })
