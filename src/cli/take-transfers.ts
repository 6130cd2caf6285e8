import { join } from 'node:path'
import { type Engine, openInMemory } from '../engine/index.ts'
import type { Verified } from '../funds/index.ts'
import type { Label, Source } from '../model/index.ts'
import { takeTransfers } from '../sources/index.ts'
import type { Context } from './context.ts'
import { type Opened, openSource } from './open-source.ts'
import { openRejects, shownFaults } from './rejects.ts'
import { parseMap } from './subjects.ts'
import { readAssets, readLabelFiles, type Used } from './transfers.ts'

/** Files of transfers, how their columns and amounts are read, and files of what is known of them. */
export type Reading = {
  readonly transfers: readonly string[]
  readonly labels: readonly string[]
  readonly assets: string | null
  readonly map: string | null
  readonly decimals: number | null
  readonly round: boolean
}

/** Transfers in the table `moved` of an engine, and what is known of addresses and contracts. */
export type Taken = {
  readonly engine: Engine
  readonly sources: readonly Source[]
  readonly labels: readonly Label[]
  readonly assets: readonly Verified[]
  /** All files that were read, with the hash of their bytes. */
  readonly used: readonly Used[]
}

/** Reads files into an engine that lasts as long as the work with it. */
export const withTransfers = async (
  context: Context,
  reading: Reading,
  rejected: string | undefined,
  work: (taken: Taken) => Promise<void>,
): Promise<void> => {
  const folder = await context.temporaries.makeFolder()
  const engine = await openInMemory({ memory: '4GB', spill: join(folder, 'spill') })
  try {
    const opened: Opened[] = []
    for (const path of reading.transfers) opened.push(await openSource(context, path, 'transfers'))
    const sources = await takeTransferFiles(context, reading, { engine, folder, opened, rejected })
    const { labels, used } = await readLabelFiles(context, reading.labels)
    const vouched = await readAssets(context, reading.assets ?? undefined)
    await work({
      engine,
      sources,
      labels,
      assets: vouched.assets,
      used: [
        ...opened.map(({ source: { path, sha256 } }) => ({ path, sha256 })),
        ...used,
        ...vouched.used,
      ],
    })
  } finally {
    await engine.close()
  }
}

type Taking = {
  readonly engine: Engine
  readonly folder: string
  readonly opened: readonly Opened[]
  readonly rejected: string | undefined
}

/** Takes files of transfers into the table `moved`; what cannot be read is told, and kept where asked. */
const takeTransferFiles = async (
  context: Context,
  { map, decimals, round }: Reading,
  { engine, folder, opened, rejected }: Taking,
): Promise<readonly Source[]> => {
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
  for (const { source, reason, rows } of taken.left)
    context.tell.say(`${source.path}: ${rows} rows move nothing: ${reason}`)
  if (taken.rejected > 0)
    context.tell.warn(
      `${taken.rejected} rows could not be read and do not count${rejects ? '' : '; keep them with --rejected FILE'}`,
    )
  return taken.sources
}

/** Tells what the data lacks, and how many transfers carry no value because nobody vouches for them. */
export const tellLacking = (
  { tell }: Context,
  {
    missing,
    unvalued,
  }: {
    readonly missing: readonly string[]
    readonly unvalued: readonly { readonly transfers: number }[]
  },
): void => {
  if (missing.length > 0) tell.warn(`the data has no ${missing.join(', ')}`)
  if (unvalued.length === 0) return
  const all = unvalued.reduce((sum, { transfers }) => sum + transfers, 0)
  tell.warn(
    `${all} transfers of ${unvalued.length} contracts that are not verified carry no value; vouch for a contract with --assets FILE`,
  )
}
