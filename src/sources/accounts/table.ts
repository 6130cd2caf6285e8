import { type Engine, type Sql, sql, typedSql } from '../../engine/index.ts'
import { type CsvTable, readCsv, readXlsx } from '../../formats/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Laid, Table } from './laid.ts'
import { openLines } from './lines.ts'
import { hasLooseQuotes } from './loose-quotes.ts'
import { listed, named } from './text.ts'

/** Where rows go that cannot be read: `rejected(source, place, reason, text)`; source is a number. */
export const makeRejected = (engine: Engine): Promise<void> =>
  engine.transaction((session) =>
    session.run(sql`
      create table rejected (source bigint, place varchar, reason varchar, text varchar)`),
  )

/** Opens a file that is laid out. Errors: `file-empty`, `file-malformed` and those of its format. */
export const openTable = async (engine: Engine, laid: Laid, source: number): Promise<Table> => {
  if (laid.form === 'parquet') return openParquet(engine, laid)
  if (laid.form === 'lines') return openLines(engine, laid, source)
  const isText = laid.form === 'table'
  const { file, delimiter } = laid
  const csv = isText ? await readCsv(file, { delimiter }) : await readXlsx(file)
  const take = async (into: string, columns: readonly string[]): Promise<void> => {
    const places = columns.map((column) => csv.columns.indexOf(column))
    const isQuick =
      isText && csv.columns.length > 1 && !(await hasLooseQuotes(laid.path, delimiter))
    if (isQuick && (await takeQuickly(engine, laid, { into, places, width: csv.columns.length })))
      return
    await takeRows(engine, csv, { into, places, source })
  }
  if (!isText || csv.columns.length === 1) return { header: csv.columns, take, placed: 'row' }
  const scan = async (columns: readonly string[]): Promise<Sql | undefined> => {
    if (await hasLooseQuotes(laid.path, delimiter)) return undefined
    const places = columns.map((column) => csv.columns.indexOf(column))
    const piece = file.bytes > largeBytes ? largePieceBytes : pieceBytes
    return scanOf(laid, { places, width: csv.columns.length, piece })
  }
  return { header: csv.columns, take, scan, placed: 'row' }
}

/** A file is parted among threads by pieces; the engine's own of 32 MB leave threads idle at its end. */
const pieceBytes = 4_194_304

/** Where rows are laid down in their order, small pieces are put together again, which costs more. */
const [largeBytes, largePieceBytes] = [134_217_728, 33_554_432] as const

type Scanned = {
  readonly places: readonly number[]
  readonly width: number
  /** Bytes that a thread reads at a time. */
  readonly piece: number
}

const scanOf = ({ path, delimiter }: Laid, { places, width, piece }: Scanned): Sql => {
  const types = Array.from({ length: width }, (_, i) => `'f${i}': 'VARCHAR'`).join(', ')
  const cells = places.map((place, i) => typedSql(`f${place} as c${i}`))
  return sql`
    select ${listed(cells)} from read_csv(${path}, auto_detect = false, header = true,
      strict_mode = true, delim = ${typedSql(`'${delimiter}'`)}, quote = '"', escape = '"',
      buffer_size = ${typedSql(`${piece}`)},
      columns = {${typedSql(types)}})`
}

type Quick = Omit<Scanned, 'piece'> & { readonly into: string }

/**
 * The engine's own reader is strict: it takes a sound file at once and refuses any other as a whole.
 * False where it refused; the reader of rows then tells what is wrong with which row.
 */
const takeQuickly = async (
  engine: Engine,
  laid: Laid,
  { into, places, width }: Quick,
): Promise<boolean> => {
  try {
    await engine.transaction(async (session) => {
      await session.run(sql`
        create table ${named(`${into}_read`)} as ${scanOf(laid, { places, width, piece: pieceBytes })}`)
      // The engine keeps rows in the order of the file, so that a row's own id tells which it is.
      await session.run(sql`
        create view ${named(into)} as
        select rowid + 1 as row, * from ${named(`${into}_read`)}`)
    })
    return true
  } catch (cause) {
    if (cause instanceof MusterError && cause.code === 'sql-failed') return false
    throw cause
  }
}

type Rows = {
  readonly into: string
  readonly places: readonly number[]
  readonly source: number
}

const takeRows = (engine: Engine, csv: CsvTable, { into, places, source }: Rows): Promise<void> =>
  engine.transaction(async (session) => {
    const cells = places.map((_, i) => typedSql(`c${i} varchar`))
    await session.run(sql`
      create table ${named(`${into}_read`)} (row bigint, ${listed(cells)})`)
    await session.run(sql`create view ${named(into)} as from ${named(`${into}_read`)}`)
    const rows = await session.append(`${into}_read`)
    const rejected = await session.append('rejected')
    for await (const row of csv.rows) {
      if (row.ok) rows.add([row.row, ...places.map((place) => row.cells[place] as string)])
      else rejected.add([source, `row:${row.row}`, row.reason, row.text])
    }
  })

const openParquet = async (engine: Engine, { path, file }: Laid): Promise<Table> => {
  const header: string[] = []
  try {
    for await (const { name } of engine.query(sql`
      select name from parquet_schema(${path}) where num_children is null`))
      header.push(name as string)
  } catch (cause) {
    throw new MusterError('file-malformed', `${file.path} is no sound Parquet file`, { cause })
  }
  const take = (into: string, columns: readonly string[]): Promise<void> =>
    engine.transaction(async (session) => {
      const cells = columns.map((column, i) =>
        typedSql(`cast("${column.replaceAll('"', '""')}" as varchar) as c${i}`),
      )
      await session.run(sql`
        create table ${named(`${into}_read`)} as
        select file_row_number + 1 as row, ${listed(cells)}
        from read_parquet(${path}, file_row_number = true)`)
      await session.run(sql`create view ${named(into)} as from ${named(`${into}_read`)}`)
    })
  return { header, take, placed: 'row' }
}
