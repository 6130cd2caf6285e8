import {
  currentLists,
  type ListId,
  type LoadedList,
  loadLists,
  starterPath,
} from '../lists/index.ts'
import {
  type Listed,
  type ListUsed,
  listedProperties,
  openScreener,
  packScreener,
  Screener,
  type StoredKey,
  toListed,
} from '../screening/index.ts'
import { entitiesOf, openWorkspace, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { type DatedList, readFolder, starterWarning, warnOfAge } from './lists-used.ts'
import { hashProgram } from './program-hash.ts'
import { keepStored, type PackedScreener, readStored } from './stored-screener.ts'

/** The lists of a run and the screener that searches them. */
export type UsedScreener = {
  readonly lists: readonly DatedList[]
  readonly screener: Screener
  /** The screener in memory that threads can share; made when it is asked for. */
  pack(): PackedScreener
}

/**
 * Opens the lists to search: those of `--lists`, else those of the workspace, else the starter list
 * with a warning. Every file that was used, found older or refused is named.
 */
export const openUsed = async (context: Context, dir?: string): Promise<UsedScreener> => {
  const used = dir === undefined ? await ofWorkspace(context) : await ofFolder(context, dir)
  if (used) {
    for (const list of used.lists) warnOfAge(context, list)
    return used
  }
  context.tell.warn(starterWarning)
  const { lists } = await loadLists(starterPath())
  return build(context, lists)
}

type InMemory = Pick<LoadedList, 'id' | 'version' | 'date' | 'sha256' | 'entities'>

const ofFolder = async (context: Context, dir: string): Promise<UsedScreener | undefined> => {
  const lists = await readFolder(context, dir)
  return lists.length > 0 ? build(context, lists) : undefined
}

const build = (context: Context, lists: readonly InMemory[]): UsedScreener => {
  const progress = context.tell.progress('building the index')
  const listed = lists.flatMap(({ id, entities }) => entities.map((each) => toListed(id, each)))
  const screener = new Screener(listed)
  progress.end()
  const key = { program: '', lists: lists.map(({ id, sha256 }) => ({ id, sha256 })) }
  return {
    lists,
    screener,
    pack: () => ({ screener, key, packed: packScreener(listed, key, screener.index) }),
  }
}

const ofWorkspace = async (context: Context): Promise<UsedScreener | undefined> => {
  if (!context.workspace) return undefined
  const workspace = await openWorkspace(context.workspace, { readOnly: true })
  try {
    const current = await currentLists(workspace)
    if (current.length === 0) return undefined
    const lists = current.map(({ list, version, date }) => ({ id: list as ListId, version, date }))
    const key: StoredKey = {
      program: context.program ? await hashProgram(context.program) : '',
      lists: current.map(({ list, sha256, format }) => ({ id: `${list}/${format}`, sha256 })),
    }
    const packed = await storedOrBuilt(context, { workspace, current, key })
    return { lists, screener: packed.screener, pack: () => packed }
  } finally {
    await workspace.close()
  }
}

type Holding = {
  readonly workspace: Workspace
  readonly current: Awaited<ReturnType<typeof currentLists>>
  readonly key: StoredKey
}

const storedOrBuilt = async (
  context: Context,
  { workspace, current, key }: Holding,
): Promise<PackedScreener> => {
  const stored = context.program && (await readStored(context, workspace.dir, key))
  if (stored) return stored
  const progress = context.tell.progress('building the index')
  const listed: Listed[] = []
  for (const { list, sources } of current)
    for await (const entity of entitiesOf(workspace, sources, listedProperties))
      listed.push(toListed(list, entity))
  const packed = packScreener(listed, key)
  progress.end()
  if (context.program) await keepStored(context, workspace.dir, packed)
  return { screener: openScreener(packed, key, true) as Screener, packed, key }
}

/** The lists as answers name them. */
export const toUsed = (lists: readonly DatedList[]): ListUsed[] =>
  lists.map(({ id, version }) => ({ id, version }))
