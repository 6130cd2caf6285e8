import { availableParallelism } from 'node:os'
import {
  Gatherer,
  identifying,
  type Linked,
  linkRowsInThreads,
  type RecordKind,
} from '../identity/index.ts'
import type { Millibits } from '../model/index.ts'
import { openRecords } from '../sources/index.ts'
import type { Context } from './context.ts'
import { countUp } from './counting.ts'
import { comparesInThreads } from './link-threads.ts'
import type { Rejects } from './rejects.ts'
import { shownFaults } from './rejects.ts'
import { parseMap } from './subjects.ts'
import type { Tell } from './terminal/tell.ts'
import { watchFile } from './watch.ts'

/** Rows of files whatever their columns mean, as they are linked. */
export type ReadRecords = {
  readonly gatherer: Gatherer
  /** Number of each row in its file, from 1. */
  readonly numbers: readonly number[]
}

export type GivenRecords = {
  readonly map: string | undefined
  readonly encoding: string | undefined
  readonly rejects: Rejects | undefined
}

/** Reads files of records; rows that cannot be read are counted and the first are shown. */
export const readRecords = async (
  context: Context,
  paths: readonly string[],
  { map, encoding, rejects }: GivenRecords,
): Promise<ReadRecords> => {
  const gatherer = new Gatherer(parseMap(map))
  const numbers: number[] = []
  let rejected = 0
  for (const path of paths) {
    const opened = await context.open(path)
    const { file, progress } = watchFile(context, opened, `reading ${opened.name}`)
    try {
      const { columns, rows } = await openRecords(file, encoding)
      const take = gatherer.open(columns)
      for await (const row of rows) {
        if (row.ok) {
          take(row.cells)
          numbers.push(row.row)
          continue
        }
        await rejects?.keep(path, row)
        if (++rejected <= shownFaults) context.tell.warn(`${path} ${row.place}: ${row.reason}`)
      }
    } finally {
      progress.end()
    }
  }
  if (rejected > 0)
    context.tell.warn(
      `${rejected} rows could not be read and are not linked${rejects ? '' : '; keep them with --rejected FILE'}`,
    )
  return { gatherer, numbers }
}

/** Links what was read, and tells by what. */
export const linkRecords = async (
  { tell, program }: Context,
  gatherer: Gatherer,
  least: Millibits,
): Promise<Linked> => {
  const { rows } = gatherer
  const counting = countUp(tell, 'linking', 'pairs')
  const linked = await linkRowsInThreads(gatherer.fields(), rows, {
    reach: counting.reach,
    least,
    compareInThreads: comparesInThreads(program, availableParallelism()),
  })
  counting.end()
  tellTables(tell, linked, gatherer.left)
  if (linked.crowded > 0)
    tell.warn(
      `${linked.crowded} records agree with too many others in what brings records together; they were compared by their other columns only`,
    )
  return linked
}

const plural: Readonly<Record<RecordKind, string>> = {
  person: 'people',
  organisation: 'organisations',
  thing: 'things',
}

/** Says what was linked with what, and by which columns. */
const tellTables = (
  tell: Tell,
  { tables, kindBy }: Linked,
  passedOver: readonly string[],
): void => {
  const isMixed = tables.length > 1
  if (isMixed)
    tell.say(
      `${tables.map(({ kind, rows }) => `${rows.length} ${plural[kind]}`).join(', ')}, told by ${kindBy ?? 'their names'}; each kind is linked by itself`,
    )
  for (const { kind, rows, layout, keys } of tables) {
    const whose = isMixed ? `${plural[kind]}: ` : ''
    const { fields, left } = layout
    if (rows.length > 1 && fields.length === 0)
      tell.warn(`${whose}no column holds anything to compare: each row stays by itself`)
    else
      tell.say(
        `${whose}compared by ${fields.map((field) => `${field.name} (${field.kind})`).join(', ')}`,
      )
    const [only] = fields
    if (rows.length > 1 && only && fields.length === 1)
      tell.warn(
        identifying.has(only.kind)
          ? `${whose}${only.name} is all there is to compare: records that share it count as of one, unless many do; nothing else confirms that`
          : `${whose}${only.name} is all there is to compare, and it identifies nobody by itself: equal records stay apart unless their value is rare for so many`,
      )
    const unread = left.map(({ column, why }) => `${column}: ${why}`)
    if (!isMixed) unread.push(...passedOver)
    if (unread.length > 0) tell.say(`${whose}columns that are not compared: ${unread.join('; ')}`)
    for (const key of keys) tell.detail(`compared who agree in ${key}`)
  }
  if (isMixed && passedOver.length > 0)
    tell.say(`columns that are not compared: ${passedOver.join('; ')}`)
}
