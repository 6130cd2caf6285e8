import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MusterError } from '../model/index.ts'

/**
 * Paths of the files in a folder and in the folders inside it, in code-point order; a file stands for
 * itself. A folder that is reached twice by links is read once. Errors: `file-missing`,
 * `file-unreadable`.
 */
export const walkFiles = async (path: string): Promise<readonly string[]> => {
  const files: string[] = []
  await walk(path, { files, seen: new Set() })
  return files.sort()
}

type Walk = { readonly files: string[]; readonly seen: Set<string> }

const walk = async (path: string, { files, seen }: Walk): Promise<void> => {
  let names: string[]
  try {
    if (!(await stat(path)).isDirectory()) {
      files.push(path)
      return
    }
    const real = await realpath(path)
    if (seen.has(real)) return
    seen.add(real)
    names = await readdir(path)
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw missing
      ? new MusterError('file-missing', `there is nothing at ${path}`, { cause })
      : new MusterError('file-unreadable', `${path} cannot be read: ${(cause as Error).message}`, {
          cause,
        })
  }
  for (const name of names.sort()) await walk(join(path, name), { files, seen })
}
