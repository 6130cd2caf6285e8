import type { Engine } from '../engine/index.ts'
import type { Source } from '../model/index.ts'
import { takeTransfers } from '../sources/index.ts'
import type { Context } from './context.ts'
import { openRejects } from './rejects.ts'
import { parseMap } from './subjects.ts'
import type { Opened } from './transfers.ts'

const shownFaults = 5

/** How the columns and amounts of transfers are read. */
export type Reading = {
  readonly map: string | null
  readonly decimals: number | null
  readonly round: boolean
}

type Taking = {
  readonly engine: Engine
  readonly folder: string
  readonly opened: readonly Opened[]
  readonly rejected: string | undefined
}

/** Takes files of transfers into the table `moved`; what cannot be read is told, and kept where asked. */
export const takeTransferFiles = async (
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

/** Tells how many transfers carry no value, because nobody vouches for their contracts. */
export const tellUnvalued = (
  { tell }: Context,
  unvalued: readonly { readonly transfers: number }[],
): void => {
  if (unvalued.length === 0) return
  const all = unvalued.reduce((sum, { transfers }) => sum + transfers, 0)
  tell.warn(
    `${all} transfers of ${unvalued.length} contracts that are not verified carry no value; vouch for a contract with --assets FILE`,
  )
}
