import { resolve } from 'node:path'
import {
  currentLists,
  explainAge,
  type ListId,
  loadLists,
  lists as registry,
  starterPath,
} from '../lists/index.ts'
import type { Entity, Instant } from '../model/index.ts'
import { listedProperties } from '../screening/index.ts'
import { entitiesOf, openWorkspace } from '../workspace/index.ts'
import type { Context } from './context.ts'

/** A list in force for this run. */
export type UsedList = {
  readonly id: ListId
  readonly version: string
  readonly date: Instant | null
  readonly entities: readonly Entity[]
}

/** Said on every run that has no list but the starter (CONTRACTS, Common). */
export const starterWarning =
  'no list is at hand, so the starter list is used: a few public designations, for a first run only. Download the official lists and take them in with: muster lists update --from DIR'

/**
 * The lists to search: those of `--lists`, else those of the workspace, else the starter list with a
 * warning. Every file that was used, found older or refused is named.
 */
export const readLists = async (context: Context, dir?: string): Promise<readonly UsedList[]> => {
  const found = dir === undefined ? await ofWorkspace(context) : await ofFolder(context, dir)
  if (found.length > 0) {
    for (const { id, date } of found) warnOfAge(context, id, date)
    return found
  }
  context.tell.warn(starterWarning)
  const { lists } = await loadLists(starterPath())
  return lists
}

const ofFolder = async (context: Context, dir: string): Promise<readonly UsedList[]> => {
  const progress = context.tell.progress(`reading lists in ${dir}`)
  try {
    const { lists, verdicts } = await loadLists(resolve(context.folder, dir), {
      shrink: context.settings['lists.shrink'],
    })
    for (const { path, state, why } of verdicts) {
      const line = `${state}: ${path}: ${why}`
      if (state === 'refused') context.tell.warn(line)
      else if (state === 'ignored') context.tell.detail(line)
      else context.tell.say(line)
    }
    return lists
  } finally {
    progress.end()
  }
}

const ofWorkspace = async (context: Context): Promise<readonly UsedList[]> => {
  if (!context.workspace) return []
  const workspace = await openWorkspace(context.workspace, { readOnly: true })
  try {
    const used: UsedList[] = []
    for (const { list, version, date, sources } of await currentLists(workspace)) {
      const entities: Entity[] = []
      for await (const entity of entitiesOf(workspace, sources, listedProperties))
        entities.push(entity)
      used.push({ id: list as ListId, version, date, entities })
    }
    return used
  } finally {
    await workspace.close()
  }
}

const warnOfAge = (context: Context, id: ListId, date: Instant | null): void => {
  if (registry[id].kind === 'starter') return
  const age = explainAge(date, context.clock(), context.settings['lists.stale-days'])
  if (age) context.tell.warn(`${id}: ${age}`)
}
