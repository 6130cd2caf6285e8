import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MusterError } from '../model/index.ts'

/**
 * Path of a file of `data/` that ships with Muster: the folder stands beside `src/` in a checkout and
 * beside `dist/` in the package, so the nearest folder above this module that has it is the one.
 * Error: `file-missing`, with the hint that is given.
 */
export const shippedPath = (name: string, hint = 'Install Muster again.'): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const path = join(folder, 'data', name)
    if (existsSync(path)) return path
    const above = dirname(folder)
    if (above === folder)
      throw new MusterError('file-missing', `data/${name} is not installed`, { hint })
    folder = above
  }
}
