import { readRegister } from '../obligations/index.ts'
import { openStateStatements, SeenStatements, stateSource } from '../sources/index.ts'
import { importStateStatements, stateStatementsOf, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import type { Given, ImportedFile } from './imported.ts'
import { spool } from './spool.ts'
import { watchFile } from './watch.ts'

/** Ids of statements that the register and the workspace have taken: one stands for one content. */
const takenBy = async (workspace: Workspace): Promise<SeenStatements> => {
  const seen = new SeenStatements()
  await readRegister(seen)
  for await (const { statement, place } of stateStatementsOf(workspace))
    seen.take(statement, `the workspace, ${place}`)
  return seen
}

/** Takes a file of statements about states into the workspace. */
export const importStatements = async (
  context: Context,
  workspace: Workspace,
  { path, given }: Given,
): Promise<ImportedFile> => {
  const opened = await (path === '-' ? spool(context) : context.open(path))
  const { file, progress } = watchFile(context, opened, `importing ${opened.name}`)
  try {
    const source = await stateSource(file, context.clock())
    const { encoding } = given
    const { ignored, reads } = await openStateStatements(file, source, {
      seen: await takenBy(workspace),
      ...(encoding === undefined ? {} : { encoding }),
    })
    if (ignored.length > 0)
      context.tell.say(`${path}: columns that are not read: ${ignored.join(', ')}`)
    const imported = await importStateStatements(workspace, source, reads)
    return { path, kind: 'statements', ...imported }
  } finally {
    progress.end()
  }
}
