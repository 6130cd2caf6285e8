import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const settingsFile = 'muster.toml'

/** The nearest folder, from `start` upward, that holds a `muster.toml`. */
export const findSettingsFolder = async (start: string): Promise<string | undefined> => {
  const folder = resolve(start)
  const here = await isThere(join(folder, settingsFile))
  if (here) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : findSettingsFolder(parent)
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
