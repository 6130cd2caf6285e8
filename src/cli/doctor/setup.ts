import { envName, findNearest, settingKeys } from '../../config/index.ts'
import { listStatus } from '../../lists/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Workspace } from '../../workspace/index.ts'
import type { Context } from '../context.ts'
import { openExisting } from '../workspace.ts'
import { type Check, faulty, good, type Look } from './check.ts'

export const lookAtSettings: Look = async ({ settingsFault, env }) => {
  const known = settingKeys.map(envName)
  const strange = Object.keys(env).filter((name) => name.startsWith('MUSTER_'))
  const unknown = strange
    .filter((name) => !known.includes(name) && !testVariables.has(name))
    .map((name): Check => {
      const near = findNearest(name, known)
      const advice = near ? `Did you mean ${near}?` : 'Unset it, or see: muster config'
      return { check: 'settings', state: 'warning', found: `${name} is no setting`, advice }
    })
  if (settingsFault) return [faulty('settings', 'bad', settingsFault), ...unknown]
  return unknown.length > 0 ? unknown : [good('settings', 'all valid')]
}

/** Read by the tests alone: where real data lies. */
const testVariables: ReadonlySet<string> = new Set(['MUSTER_DATA'])

/** The workspace and, where it can be opened, its lists. */
export const lookAtWorkspace: Look = async (context) => {
  if (!context.workspace) {
    const advice = 'Make one with: muster init DIR. Some commands work without.'
    return [{ check: 'workspace', state: 'warning', found: 'none here', advice }]
  }
  try {
    const workspace = await openExisting(context, { readOnly: true })
    try {
      return [good('workspace', context.workspace), ...(await lookAtLists(workspace, context))]
    } finally {
      await workspace.close()
    }
  } catch (error) {
    const busy = error instanceof MusterError && error.code === 'workspace-busy'
    return [faulty('workspace', busy ? 'warning' : 'bad', error)]
  }
}

const lookAtLists = async (
  workspace: Workspace,
  { clock, settings }: Context,
): Promise<readonly Check[]> => {
  const staleDays = settings['lists.stale-days']
  const rows = await listStatus(workspace, { now: clock(), staleDays })
  const advice = 'Fetch it from its issuer, then: muster lists update --from DIR'
  const newest = rows.filter(({ state }) => state === 'current' || state === 'stale')
  if (newest.length === 0) return [{ check: 'lists', state: 'warning', found: 'none', advice }]
  return newest.map(({ id, version, state, why }): Check => {
    if (state === 'current') return good('lists', `${id}, version ${version}`)
    return { check: 'lists', state: 'warning', found: `${id} is stale: ${why}`, advice }
  })
}
