import { type Entity, MusterError } from '../model/index.ts'
import { entitiesOf, type ListVersion, listVersions, type Workspace } from '../workspace/index.ts'
import { currentVersions } from './current.ts'
import { loadLists } from './load.ts'
import { compareDates } from './offer.ts'
import type { ListId } from './reader.ts'
import { lists } from './registry.ts'

/** A version of a list with its entries. */
export type OpenVersion = {
  readonly list: ListId
  readonly version: string
  readonly entities: AsyncIterable<Entity> | Iterable<Entity>
}

/** The id as one of a list. Error: `list-unknown`. */
export const getListId = (id: string): ListId => {
  if (id in lists) return id as ListId
  throw new MusterError('list-unknown', `there is no list ${id}`, {
    hint: `Lists are: ${Object.keys(lists).join(', ')}.`,
  })
}

/** The newest version of each list that a workspace holds, in the order of the registry. */
export const currentLists = async (workspace: Workspace): Promise<readonly ListVersion[]> => {
  const current = currentVersions(await listVersions(workspace))
  return (Object.keys(lists) as ListId[]).flatMap((id) => current.get(id) ?? [])
}

/** The versions of a list that a workspace holds, oldest first. */
export const heldVersions = async (
  workspace: Workspace,
  list: ListId,
): Promise<readonly ListVersion[]> =>
  (await listVersions(workspace))
    .filter((version) => version.list === list && version.state === 'taken')
    .sort((a, b) => compareDates(a.date, b.date))

/** A version that a workspace holds, named by its version or the start of its hash. Error: `list-unknown`. */
export const openVersion = async (
  workspace: Workspace,
  list: ListId,
  name: string,
): Promise<OpenVersion> => {
  const held = await heldVersions(workspace, list)
  const found =
    held.findLast(({ version }) => version === name) ??
    held.find(({ sha256 }) => name.length >= 8 && sha256.startsWith(name))
  if (!found)
    throw new MusterError('list-unknown', `the workspace holds no version ${name} of ${list}`, {
      hint: `It holds: ${held.map(({ version }) => version).join(', ') || 'none'}.`,
    })
  return { list, version: found.version, entities: entitiesOf(workspace, found.sources) }
}

/** The one list of a file, or of a folder that holds one set. Error: `list-refused`. */
export const openListFile = async (path: string): Promise<OpenVersion> => {
  const { lists: found, verdicts } = await loadLists(path)
  const [only, second] = found
  if (only && !second) return { list: only.id, version: only.version, entities: only.entities }
  const refused = verdicts.find(({ state }) => state === 'refused')
  throw new MusterError(
    'list-refused',
    second
      ? `${path} holds ${found.length} lists where one is needed`
      : `${path} holds no list that can be read${refused ? `: ${refused.why}` : ''}`,
  )
}
