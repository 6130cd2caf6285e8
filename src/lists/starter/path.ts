import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MusterError } from '../../model/index.ts'

/**
 * Path of the starter list that ships with Muster: `data/` stands beside `src/` in a checkout and
 * beside `dist/` in the package, so the nearest folder above this module that has it is the one.
 */
export const starterPath = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const path = join(folder, 'data', 'starter.csv')
    if (existsSync(path)) return path
    const above = dirname(folder)
    if (above === folder)
      throw new MusterError('file-missing', 'the starter list data/starter.csv is not installed', {
        hint: 'Install Muster again, or name a folder of lists with --lists DIR.',
      })
    folder = above
  }
}
