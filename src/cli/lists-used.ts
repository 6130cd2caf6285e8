import { resolve } from 'node:path'
import {
  explainAge,
  type ListId,
  type LoadedList,
  loadLists,
  lists as registry,
} from '../lists/index.ts'
import type { Instant } from '../model/index.ts'
import type { Context } from './context.ts'
import { tellVerdicts } from './list-verdicts.ts'

/** A list in force for this run. */
export type DatedList = {
  readonly id: ListId
  readonly version: string
  readonly date: Instant | null
}

/** Said on every run that has no list but the starter. */
export const starterWarning =
  'no list is at hand, so the starter list is used: a few public designations, for a first run only. Download the official lists and take them in with: muster lists update --from DIR'

/** The newest version of each list in a folder; what became of each file is said. */
export const readFolder = async (context: Context, dir: string): Promise<readonly LoadedList[]> => {
  const progress = context.tell.progress(`reading lists in ${dir}`)
  try {
    const { lists, verdicts } = await loadLists(resolve(context.folder, dir), {
      shrink: context.settings['lists.shrink'],
    })
    tellVerdicts(context.tell, verdicts)
    return lists
  } finally {
    progress.end()
  }
}

/** Why a list must not be relied on for long, undefined where it is fresh. */
const explainUse = (context: Context, { id, date }: Dated): string | undefined =>
  registry[id].kind === 'starter'
    ? 'the starter list is no full list'
    : explainAge(date, context.clock(), context.settings['lists.stale-days'])

/** Warns of a list that is too old to be relied on. */
export const warnOfAge = (context: Context, list: Dated): void => {
  const why = explainUse(context, list)
  if (why && registry[list.id].kind !== 'starter') context.tell.warn(`${list.id}: ${why}`)
}

type Dated = Pick<DatedList, 'id' | 'date'>

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
