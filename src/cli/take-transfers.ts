import { join } from 'node:path'
import { type Engine, openInMemory } from '../engine/index.ts'
import type { Verified } from '../funds/index.ts'
import type { Label, Source } from '../model/index.ts'
import { takeTransfers } from '../sources/index.ts'
import type { Context } from './context.ts'
import { takeFromWorkspace } from './held-transfers.ts'
import { type Opened, openSource } from './open-source.ts'
import { openRejects, shownFaults } from './rejects.ts'
import { parseMap } from './subjects.ts'
import { readAssets, readLabelFiles, type Used } from './transfers.ts'

/**
 * Files of transfers (none: those of the workspace), how their columns and amounts are read, and files of
 * what is known of them.
 */
export type Reading = {
  readonly transfers: readonly string[]
  readonly labels: readonly string[]
  readonly assets: string | null
  readonly map: string | null
  readonly decimals: number | null
  readonly round: boolean
}

/** Transfers in the view `told` of an engine, and what is known of addresses and contracts. */
export type Taken = {
  readonly engine: Engine
  readonly sources: readonly Source[]
  readonly labels: readonly Label[]
  readonly assets: readonly Verified[]
  /** All files that were read, with the hash of their bytes. */
  readonly used: readonly Used[]
  /** What counts for nothing, in sentences: rows that move nothing and rows that cannot be read. */
  readonly notes: readonly string[]
}

/** Reads files into an engine that lasts as long as the work with it. */
export const withTransfers = async (
  context: Context,
  reading: Reading,
  rejected: string | undefined,
  work: (taken: Taken) => Promise<void>,
): Promise<void> => {
  const taken =
    reading.transfers.length > 0
      ? await takeFiles(context, reading, rejected)
      : { ...(await takeFromWorkspace(context)), notes: [] }
  try {
    const named = await readLabelFiles(context, reading.labels)
    const vouched = await readAssets(context, reading.assets ?? undefined)
    await work({
      engine: taken.engine,
      sources: taken.sources,
      notes: taken.notes,
      labels: [...taken.labels, ...named.labels],
      assets: vouched.assets,
      used: [...taken.used, ...named.used, ...vouched.used],
    })
  } finally {
    await taken.close()
  }
}

type Ready = Omit<Taken, 'assets'> & { close(): Promise<void> }

const takeFiles = async (
  context: Context,
  reading: Reading,
  rejected: string | undefined,
): Promise<Ready> => {
  const folder = await context.temporaries.makeFolder()
  const engine = await openInMemory({ memory: '4GB', spill: join(folder, 'spill') })
  try {
    const taken = await takeInto(context, reading, { engine, folder, rejected })
    return { ...taken, engine, close: () => engine.close() }
  } catch (cause) {
    await engine.close()
    throw cause
  }
}

type Taking = {
  readonly engine: Engine
  readonly folder: string
  readonly rejected: string | undefined
}

/** Takes files of transfers into an engine; what cannot be read is told, and kept where asked. */
const takeInto = async (
  context: Context,
  { transfers, map, decimals, round }: Reading,
  { engine, folder, rejected }: Taking,
): Promise<Omit<Taken, 'engine' | 'assets'>> => {
  const opened: Opened[] = []
  for (const path of transfers) opened.push(await openSource(context, path, 'transfers'))
  const rejects = await openRejects(context, rejected)
  const paths = new Map(opened.map(({ source }) => [source.id, source.path]))
  let shown = 0
  const taken = await takeTransfers(
    engine,
    { files: opened, folder },
    {
      map: parseMap(map ?? undefined),
      ...(decimals === null ? {} : { decimals }),
      round,
      onIgnored: (path, columns) =>
        context.tell.say(`${path}: columns that are not read: ${columns.join(', ')}`),
      onRejected: async (row) => {
        const path = paths.get(row.source) ?? ''
        await rejects?.keep(path, row)
        if (++shown <= shownFaults) context.tell.warn(`${path} ${row.place}: ${row.reason}`)
      },
    },
  )
  await rejects?.end()
  for (const { end } of opened) end()
  const left = taken.left.map(
    ({ source, reason, rows }) => `${source.path}: ${rows} rows move nothing: ${reason}`,
  )
  for (const note of left) context.tell.say(note)
  const unread =
    taken.rejected > 0 ? `${taken.rejected} rows could not be read and do not count` : ''
  if (unread) context.tell.warn(`${unread}${rejects ? '' : '; keep them with --rejected FILE'}`)
  return {
    sources: taken.sources,
    labels: [],
    notes: unread ? [...left, unread] : left,
    used: opened.map(({ source: { path, sha256 } }) => ({ path, sha256 })),
  }
}

/** What a trace or an exposure could not find or count. */
export type Lacking = {
  readonly missing: readonly string[]
  readonly unvalued: readonly { readonly transfers: number }[]
}

/** What the data lacks, and how many transfers carry no value because nobody vouches for them, in sentences. */
export const describeLacking = ({ missing, unvalued }: Lacking): readonly string[] => {
  const all = unvalued.reduce((sum, { transfers }) => sum + transfers, 0)
  return [
    ...(missing.length > 0 ? [`the data has no ${missing.join(', ')}`] : []),
    ...(all > 0
      ? [
          `${all} transfers of ${unvalued.length} contracts that are not verified carry no value; vouch for a contract with --assets FILE`,
        ]
      : []),
  ]
}

/** Tells it on the terminal. */
export const tellLacking = ({ tell }: Context, lacking: Lacking): void => {
  for (const says of describeLacking(lacking)) tell.warn(says)
}
