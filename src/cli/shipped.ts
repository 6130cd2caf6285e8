import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MusterError } from '../model/index.ts'

/**
 * Path of a file under `examples/`, which stands beside `src/` in a checkout and beside `dist/` in
 * the package: the nearest folder above this module that has it is the one.
 */
export const examplePath = (name: string): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'examples', name))) {
    const above = dirname(folder)
    if (above === folder)
      throw new MusterError('file-missing', `the example ${name} is not installed`)
    folder = above
  }
  return join(folder, 'examples', name)
}
