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

/** Said on every run that has no list but the starter. */
export const starterWarning =
  'no list is at hand, so the starter list is used: a few public designations, for a first run only. Download the official lists and take them in with: muster lists update --from DIR'

/**
 * The lists to search: those of `--lists`, else those of the workspace, else the starter list with a
 * warning. Every file that was used, found older or refused is named.
 */
export const readLists = async (context: Context, dir?: string): Promise<readonly UsedList[]> => {
  const found = dir === undefined ? await ofWorkspace(context) : await ofFolder(context, dir)
  if (found.length > 0) {
    for (const list of found) warnOfAge(context, list)
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

/** Why a list must not be relied on for long, undefined where it is fresh. */
const explainUse = (context: Context, { id, date }: Dated): string | undefined =>
  registry[id].kind === 'starter'
    ? 'the starter list is no full list'
    : explainAge(date, context.clock(), context.settings['lists.stale-days'])

const warnOfAge = (context: Context, list: Dated): void => {
  const why = explainUse(context, list)
  if (why && registry[list.id].kind !== 'starter') context.tell.warn(`${list.id}: ${why}`)
}

type Dated = Pick<UsedList, 'id' | 'date'>

/** `--fail-on`, for runs that a program watches. */
export const failOption = {
  value: 'WHAT',
  choices: ['findings', 'stale'],
  repeat: true,
  doc: 'findings: exit with 3 where something was found; stale: exit with 4 where a list is stale or missing',
} as const

/** The exit code that was asked for, else 0. */
export const exitCode = (
  context: Context,
  failOn: readonly string[],
  outcome: { readonly found: boolean; readonly lists: readonly Dated[] },
): number => {
  if (failOn.includes('findings') && outcome.found) return 3
  const stale = outcome.lists.some((list) => explainUse(context, list) !== undefined)
  return failOn.includes('stale') && stale ? 4 : 0
}
