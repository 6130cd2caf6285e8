import { type Source, type StateStatement, sourceId } from '../model/index.ts'
import { readRegister } from '../obligations/index.ts'
import { openStateStatements, SeenStatements } from '../sources/index.ts'
import type { Context } from './context.ts'
import { watchFile } from './watch.ts'

const shownFaults = 5

/**
 * Statements about states: the shipped register unless it is left out, and those of files by the
 * statements contract. Rows that cannot be read are counted, and the first are shown.
 */
export const readStatements = async (
  context: Context,
  paths: readonly string[],
  { register }: { readonly register: boolean },
): Promise<readonly StateStatement[]> => {
  const seen = new SeenStatements()
  const statements = register ? [...(await readRegister(seen))] : []
  let rejected = 0
  for (const path of paths) {
    const opened = await context.open(path)
    const { file, progress } = watchFile(context, opened, `reading ${opened.name}`)
    try {
      const sha256 = file.once ? '' : await file.sha256()
      const kind = 'state-statements'
      const source: Source = {
        id: sourceId(kind, sha256),
        path: file.path,
        sha256,
        kind,
        bytes: file.bytes,
        learned: context.clock(),
      }
      const { ignored, reads } = await openStateStatements(file, source, { seen })
      if (ignored.length > 0)
        context.tell.say(`${path}: columns that are not read: ${ignored.join(', ')}`)
      for await (const read of reads) {
        if (read.ok) statements.push(read.statement)
        else if (++rejected <= shownFaults)
          context.tell.warn(`${path} ${read.place}: ${read.reason}`)
      }
    } finally {
      progress.end()
    }
  }
  if (rejected > 0)
    context.tell.warn(`${rejected} rows of statements could not be read and do not count`)
  return statements
}
