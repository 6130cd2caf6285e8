import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The file that makes a folder a workspace. */
export const markerName = 'muster.toml'

/** Where a workspace may be named: `--workspace`, the environment, the folder one stands in. */
export type WorkspaceHints = {
  readonly flag?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/** Folder of the workspace: the flag's, else MUSTER_WORKSPACE's, else the nearest parent's, else none. */
export const findWorkspace = ({ flag, env, cwd }: WorkspaceHints): string | undefined => {
  const named = flag ?? env.MUSTER_WORKSPACE
  if (named) return resolve(cwd, named)
  let folder = resolve(cwd)
  while (!existsSync(join(folder, markerName))) {
    const above = dirname(folder)
    if (above === folder) return undefined
    folder = above
  }
  return folder
}
