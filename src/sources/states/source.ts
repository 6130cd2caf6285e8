import type { File } from '../../formats/index.ts'
import { type Instant, type Source, sourceId } from '../../model/index.ts'

/** Kind of the sources that hold statements about states. */
export const stateStatements = 'state-statements'

/** A file of statements about states as a source; of standard input the hash is not known before it is read. */
export const stateSource = async (file: File, learned: Instant | null): Promise<Source> => {
  const sha256 = file.once ? '' : await file.sha256()
  const id = sourceId(stateStatements, sha256)
  return { id, path: file.path, sha256, kind: stateStatements, bytes: file.bytes, learned }
}
