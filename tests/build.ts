import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const built = join(root, 'dist/muster.js')

const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .reduce(
      (time, { parentPath, name }) => Math.max(time, statSync(join(parentPath, name)).mtimeMs),
      0,
    )

/** Whether the built program is older than what it is made from. */
const isStale = (): boolean =>
  !existsSync(built) ||
  statSync(built).mtimeMs < Math.max(newest(join(root, 'src')), newest(join(root, 'data')))

/** Builds the program once before the tests that run it; a run of unit tests alone needs none. */
export const setup = (): void => {
  const filters = process.argv.slice(2).filter((word) => word.startsWith('src/'))
  if (filters.length === 0 && isStale())
    execFileSync('npm', ['run', '-s', 'build'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
}
