import { layObservations } from '../sources/index.ts'
import { holds, importObservations, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { type Given, type ImportedFile, noneIn } from './imported.ts'
import { spool } from './spool.ts'
import { observationSource, toSubjectOptions } from './subjects.ts'
import { valueHash } from './value-hash.ts'
import { watchFile } from './watch.ts'

/** An observation says what an account was seen with: its values are kept as they are compared. */
export const importSeen = async (
  context: Context,
  workspace: Workspace,
  { path, given }: Given,
): Promise<ImportedFile> => {
  const opened = await (path === '-' ? spool(context) : context.open(path))
  const { file, progress } = watchFile(context, opened, `importing ${opened.name}`)
  try {
    const options = toSubjectOptions(given)
    const hash = await valueHash(context)
    const source = await observationSource(file, context.clock(), {
      ...options,
      isHashed: hash !== undefined,
    })
    const kind = 'observations'
    const none = { ...noneIn, path, kind } as const
    if (await holds(workspace, source))
      return { ...none, observations: 0, rejected: 0, already: true }
    const folder = await context.temporaries.makeFolder()
    const keeping = { traitOf: () => 0, hash }
    const laid = await layObservations(file, source, { ...options, folder, keeping })
    if (laid.ignored.length > 0)
      context.tell.say(`${path}: columns that are not read: ${laid.ignored.join(', ')}`)
    return { ...none, ...(await importObservations(workspace, source, laid)) }
  } finally {
    progress.end()
  }
}
