import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MusterError } from '../model/index.ts'
import { createWorkspace, markerName, openWorkspace, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'

/** Opens the workspace of the run; `workspace-missing` says how to make one. */
export const openExisting = (
  { workspace }: Context,
  options: { readonly readOnly?: boolean } = {},
): Promise<Workspace> => {
  if (workspace) return openWorkspace(workspace, options)
  throw new MusterError('workspace-missing', 'there is no workspace here or in a folder above', {
    hint: 'Make one with: muster init DIR, and name it with --workspace DIR, or work inside it.',
  })
}

/** The same for commands that bring data: a folder that was named and is no workspace becomes one. */
export const openOrMake = async (context: Context): Promise<Workspace> => {
  const { workspace, tell } = context
  if (!workspace || existsSync(join(workspace, markerName))) return openExisting(context)
  const made = await createWorkspace(workspace)
  tell.say(`made a workspace in ${workspace}`)
  return made
}
