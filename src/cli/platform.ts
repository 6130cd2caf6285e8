import { type Given, type ReadPlatform, readPlatform } from '../identity/index.ts'
import { type Rejected, sourceId } from '../model/index.ts'
import type { Context } from './context.ts'
import { toSubjectOptions } from './subjects.ts'
import { watchFile } from './watch.ts'

const shownFaults = 5

/** Files of accounts and of what they were seen with, as they were typed. */
export type GivenPlatform = {
  readonly accounts: readonly string[]
  readonly observations: readonly string[]
  readonly map: string | undefined
  readonly encoding: string | undefined
  readonly onRejected?: (path: string, rejected: Rejected) => Promise<void>
}

/** Reads a platform from files; rows that cannot be read are counted and the first are shown. */
export const readPlatformFiles = async (
  context: Context,
  given: GivenPlatform,
): Promise<ReadPlatform> => {
  const { tell } = context
  const ends: (() => void)[] = []
  const open = async (path: string, kind: string): Promise<Given> => {
    const opened = await context.open(path)
    const { file, progress } = watchFile(context, opened, `reading ${opened.name}`)
    ends.push(() => progress.end())
    const sha256 = file.once ? '' : await file.sha256()
    const id = sourceId(kind, file.once ? path : sha256)
    const source = { id, path, sha256, kind, bytes: file.bytes, learned: context.clock() }
    return { file, source }
  }
  const openAll = async (paths: readonly string[], kind: string): Promise<readonly Given[]> => {
    const files: Given[] = []
    for (const path of paths) files.push(await open(path, kind))
    return files
  }
  try {
    const accounts = await openAll(given.accounts, 'accounts')
    const observations = await openAll(given.observations, 'observations')
    const paths = new Map(
      [...accounts, ...observations].map(({ source }) => [source.id, source.path] as const),
    )
    let shown = 0
    const read = await readPlatform(
      { accounts, observations },
      {
        ...toSubjectOptions(given),
        onIgnored: (path, columns) =>
          tell.say(`${path}: columns that are not read: ${columns.join(', ')}`),
        onRejected: async (rejected) => {
          const path = paths.get(rejected.source) ?? ''
          await given.onRejected?.(path, rejected)
          if (++shown <= shownFaults) tell.warn(`${path} ${rejected.place}: ${rejected.reason}`)
        },
      },
    )
    if (read.rejected > 0)
      tell.warn(
        `${read.rejected} rows could not be read and do not count${given.onRejected ? '' : '; keep them with --rejected FILE'}`,
      )
    return read
  } finally {
    for (const end of ends) end()
  }
}
