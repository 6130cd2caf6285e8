import { type Source, sourceId } from '../model/index.ts'
import { findOperatorList, readOperatorList } from '../sources/index.ts'
import { importListedValues, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import type { Given, ImportedFile } from './imported.ts'
import { spool } from './spool.ts'

/** Takes a list that the operator supplies, of networks, mail domains, tools or intermediaries. */
export const importKnown = async (
  context: Context,
  workspace: Workspace,
  { path, as }: Given,
): Promise<ImportedFile> => {
  const file = await (path === '-' ? spool(context) : context.open(path))
  const { id: kind } = findOperatorList(file, as)
  const sha256 = await file.sha256()
  const source: Source = {
    id: sourceId(kind, sha256),
    path: file.path,
    sha256,
    kind,
    bytes: file.bytes,
    learned: context.clock(),
  }
  const read = await readOperatorList(file, source, kind)
  const already = await importListedValues(workspace, source, read)
  const [values, rejected] = already ? [0, 0] : [read.listed.length, read.rejected.length]
  return { path, kind: 'known', entities: 0, statements: 0, values, rejected, already }
}
