import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Files and folders that must not outlive the run, however it ends. */
export interface Temporaries {
  add(path: string): void
  /** It has become a result and stays. */
  forget(path: string): void
  remove(path: string): void
  removeAll(): void
  /** A new folder that is removed with all in it. */
  makeFolder(): Promise<string>
}

/** Synchronous on purpose: the last moment of a process has no event loop. */
export const makeTemporaries = (): Temporaries => {
  const paths = new Set<string>()
  const remove = (path: string): void => {
    paths.delete(path)
    rmSync(path, { force: true, recursive: true })
  }
  return {
    add: (path) => paths.add(path),
    forget: (path) => paths.delete(path),
    remove,
    removeAll: () => {
      for (const path of paths) remove(path)
    },
    makeFolder: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'muster-'))
      paths.add(folder)
      return folder
    },
  }
}
