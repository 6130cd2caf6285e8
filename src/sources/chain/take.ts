import { type Engine, sql, typedSql } from '../../engine/index.ts'
import type { File } from '../../formats/index.ts'
import { MusterError, type Rejected, type Source } from '../../model/index.ts'
import { tellRejected } from '../accounts/facts.ts'
import type { FieldMap } from '../accounts/fields.ts'
import { layFile } from '../accounts/laid.ts'
import { makeRejected, openTable } from '../accounts/table.ts'
import { isBankMessage } from '../bank/message.ts'
import { settleBank } from '../bank/settle.ts'
import { makeBank, takeBank } from '../bank/take.ts'
import type { Scale } from './amounts.ts'
import { makeBitcoin, settleBitcoin } from './bitcoin/settle.ts'
import { settleEthereum } from './ethereum/settle.ts'
import { ethereumTables, makeEthereum } from './ethereum/tables.ts'
import { makeExplorer, settleExplorer } from './explorer/settle.ts'
import { toChainField } from './kind.ts'
import { findChainKind } from './kinds.ts'
import { makeMoved } from './moved.ts'
import { takeKind } from './take-kind.ts'
import { transfers } from './transfers.ts'

export type TransferInput = {
  readonly files: readonly { readonly file: File; readonly source: Source }[]
  /** A folder of its own for files that have to be unpacked. */
  readonly folder: string
}

export type TransferOptions = Scale & {
  /** Fields of transfers and the columns that hold them; of no meaning for other kinds of files. */
  readonly map?: FieldMap
  readonly encoding?: string
  readonly onStep?: (step: string) => void
  readonly onIgnored?: (path: string, columns: readonly string[]) => void
  readonly onRejected?: (rejected: Rejected) => Promise<void> | void
}

/** Rows of a file that were read and move nothing. */
export type LeftOut = { readonly source: Source; readonly reason: string; readonly rows: number }

export type TakenTransfers = {
  /** In the order of their numbers, which is that of their ids. */
  readonly sources: readonly Source[]
  readonly rejected: number
  readonly left: readonly LeftOut[]
}

/** Most files that `moved.source` can number. */
const mostFiles = 65_536

/**
 * Takes files of transfers, each of a kind that its columns tell, and messages of banks, into the table `moved` of an engine
 * (`makeMoved`). The same files in any order give the same table. Errors: `kind-unknown`,
 * `kind-ambiguous`, `column-unknown` for a field of the map that transfers lack, and those of formats.
 */
export const takeTransfers = async (
  engine: Engine,
  { files, folder }: TransferInput,
  options: TransferOptions = {},
): Promise<TakenTransfers> => {
  const { encoding, onStep, onIgnored, onRejected } = options
  const map = toFields(options.map ?? new Map())
  const given = [...files]
    .sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
    .filter(({ source }, i, all) => source.id !== all[i - 1]?.source.id)
  if (given.length > mostFiles)
    throw new MusterError('usage', `${given.length} files are more than ${mostFiles}`)
  const sources = given.map(({ source }) => source)
  await makeRejected(engine)
  for (const make of [makeMoved, makeEthereum, makeExplorer, makeBitcoin, makeBank])
    await make(engine)
  const into = new Set<string>()
  for (const [source, { file }] of given.entries()) {
    onStep?.(`reading ${file.path}`)
    if (isBankMessage(file)) {
      await takeBank(engine, file, source)
      into.add('bank_move')
      continue
    }
    const laid = await layFile(file, { folder, encoding })
    const table = await openTable(engine, laid, source)
    const kind = findChainKind(table.header, { path: file.path, map })
    into.add(kind.into)
    const ignored = await takeKind(
      engine,
      { table, kind },
      {
        path: file.path,
        source,
        map: kind === transfers ? map : new Map(),
        scale: options,
      },
    )
    if (ignored.length > 0) onIgnored?.(file.path, ignored)
  }
  if (into.size > 1 || !into.has(transfers.into)) onStep?.('putting transfers together')
  if ([...into].some((table) => table in ethereumTables)) await settleEthereum(engine)
  if (into.has('explorer_row')) await settleExplorer(engine)
  if (into.has('bitcoin_transaction')) await settleBitcoin(engine)
  if (into.has('bank_move')) await settleBank(engine)
  await dropUnsettled(engine)
  const rejected = await tellRejected(engine, sources, onRejected)
  return { sources, rejected, left: await readLeft(engine, sources) }
}

/** The table `source_number`: ids of sources with the numbers by which `moved` and `rejected` name them. */
export const makeSourceNumbers = (engine: Engine, sources: readonly Source[]): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`create table source_number (id varchar, number bigint)`)
    const numbers = await session.append('source_number')
    for (const [number, { id }] of sources.entries()) numbers.add([id, number])
  })

/** Lets go of what is put into `moved` by now. */
const dropUnsettled = (engine: Engine): Promise<void> =>
  engine.transaction(async (session) => {
    for (const table of [...Object.keys(ethereumTables), 'explorer_row', 'bitcoin_transaction'])
      await session.run(typedSql(`drop table ${table}`))
  })

/** A map with the fields as `transfers` spells them. */
const toFields = (map: FieldMap): FieldMap => {
  const toField = toChainField(transfers)
  return new Map(
    [...map].map(([name, column]) => {
      const field = toField(name)
      if (field) return [field, column]
      throw new MusterError('column-unknown', `there is no field "${name}" of transfers`, {
        hint: `There are: ${Object.keys(transfers.fields).join(', ')}.`,
      })
    }),
  )
}

const readLeft = async (engine: Engine, sources: readonly Source[]): Promise<LeftOut[]> => {
  const left: LeftOut[] = []
  for await (const { source, reason, rows } of engine.query(sql`
    select source, reason, cast(sum(rows) as bigint) as rows from left_out
    group by source, reason order by source, reason`))
    left.push({
      source: sources[source as number] as Source,
      reason: reason as string,
      rows: rows as number,
    })
  return left
}
