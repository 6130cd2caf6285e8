import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Hash of the built program with all its chunks and tables: what it stores is good for it alone. */
export const hashProgram = async (program: URL): Promise<string> => {
  const folder = dirname(fileURLToPath(program))
  const entries = await readdir(folder, { recursive: true })
  const hash = createHash('sha256')
  for (const path of entries.filter((each) => each.endsWith('.js')).sort())
    hash.update(path).update(await readFile(join(folder, path)))
  return hash.digest('hex')
}
