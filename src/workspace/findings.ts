import type { Finding } from '../model/index.ts'
import { type Kept, openLog } from './finding-log.ts'
import { keepRun, type Run } from './run.ts'
import type { Workspace } from './workspace.ts'

export type KeepOptions = {
  /** How many subjects were asked about: a clean result is a record too. */
  readonly asked: () => number
}

/**
 * Keeps the findings of a run, whole or not at all. An unchanged revision writes nothing; a changed
 * one is added, and the one before stays in the log. Findings of the question that the run did not
 * meet again are marked as gone: a run asks about all that the workspace holds.
 */
export const keepFindings = (
  workspace: Workspace,
  run: Run,
  findings: AsyncIterable<Finding> | Iterable<Finding>,
  options: KeepOptions,
): Promise<Kept> =>
  workspace.engine.transaction(async (session) => {
    const log = await openLog(session, run)
    for await (const finding of findings) log.keep(finding)
    const kept = log.end()
    await keepRun(session, run, { asked: options.asked(), found: kept.found })
    return kept
  })
