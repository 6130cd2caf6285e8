import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFile } from '../../formats/index.ts'
import { type Source, sourceId } from '../../model/index.ts'
import type { Given } from './load.ts'

/** Writes a file into a folder and gives it as a source that is named after its bytes. */
export const giveFile = async (folder: string, name: string, text: string): Promise<Given> => {
  await writeFile(join(folder, name), text)
  const file = await openFile(join(folder, name))
  const sha256 = await file.sha256()
  const id = sourceId('test', sha256)
  const source: Source = { id, path: name, sha256, kind: 'test', bytes: file.bytes, learned: null }
  return { file, source }
}
