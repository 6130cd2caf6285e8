import { type Engine, sql, typedSql } from '../../engine/index.ts'
import { headText, readJsonLines } from '../../formats/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Laid, Table } from './laid.ts'
import { listed, named } from './text.ts'

/** Longest line that the engine reads, in bytes; longer ones go to the reader of lines. */
const longestLine = 16_777_216

/**
 * Opens JSON lines, or one list in JSON, whose objects are then its rows: flat objects, or
 * FollowTheMoney entities with their values in `properties`. A number comes as it is written, digit
 * for digit; a list of objects stays JSON. What is no object goes to `rejected`, and so does a value
 * that is one. Error: `file-malformed` where a list is no JSON.
 */
export const openLines = async (engine: Engine, laid: Laid, source: number): Promise<Table> => {
  const lines = `lines_${source}`
  const isList = /^\uFEFF?\s*\[\s*[{\]]/.test(headText(laid.file, 'utf-8'))
  if (isList) await takeList(engine, laid, lines)
  else if (!(await takeLines(engine, laid, lines))) await readLines(engine, laid, { lines, source })
  const header: string[] = []
  await engine.transaction(async (session) => {
    await session.run(sql`
      insert into rejected
      select ${source}, 'line:' || line, 'the line is no JSON object', text
      from ${named(lines)}
      where not json_valid(text) or json_type(text) <> 'OBJECT'`)
    await session.run(sql`
      delete from ${named(lines)} where not json_valid(text) or json_type(text) <> 'OBJECT'`)
    const keys = session.query(sql`
      select distinct unnest(json_keys(text) || coalesce(json_keys(text, '/properties'), [])) as key
      from ${named(lines)} order by key`)
    for await (const { key } of keys) header.push(key as string)
  })
  const take = (into: string, columns: readonly string[]): Promise<void> =>
    takeCells(engine, { lines, into, columns, source })
  return { header, take, placed: 'line' }
}

const takeList = async (engine: Engine, { path, file }: Laid, lines: string): Promise<void> => {
  try {
    await engine.transaction(async (session) => {
      await session.run(sql`
        create table ${named(`${lines}_read`)} as
        select cast(json as varchar) as text from read_json_objects(${path}, format = 'array',
          maximum_object_size = ${typedSql(`${longestLine}`)})`)
      await session.run(sql`
        create table ${named(lines)} as
        select rowid + 1 as line, text from ${named(`${lines}_read`)}`)
      await session.run(sql`drop table ${named(`${lines}_read`)}`)
    })
  } catch (cause) {
    if (cause instanceof MusterError && cause.code === 'sql-failed')
      throw new MusterError('file-malformed', `${file.path} is no sound list in JSON`, { cause })
    throw cause
  }
}

/** Neither mark can stand in JSON, so that a line is one cell. */
const marks = { delimiter: '\u0001', quote: '\u0002' } as const

const takeLines = async (engine: Engine, { path }: Laid, lines: string): Promise<boolean> => {
  try {
    await engine.transaction(async (session) => {
      await session.run(sql`
        create table ${named(`${lines}_read`)} as
        from read_csv(${path}, auto_detect = false, header = false, strict_mode = true,
          delim = ${typedSql(`'${marks.delimiter}'`)}, quote = ${typedSql(`'${marks.quote}'`)},
          escape = ${typedSql(`'${marks.quote}'`)}, columns = {'text': 'VARCHAR'},
          max_line_size = ${typedSql(`${longestLine}`)})`)
    })
    await engine.transaction(async (session) => {
      await session.run(sql`
        create table ${named(lines)} as
        select rowid + 1 as line, text from ${named(`${lines}_read`)}
        where trim(text, ' \t\r') <> ''`)
      await session.run(sql`drop table ${named(`${lines}_read`)}`)
    })
    return true
  } catch (cause) {
    if (cause instanceof MusterError && cause.code === 'sql-failed') return false
    throw cause
  }
}

const readLines = (
  engine: Engine,
  { file }: Laid,
  { lines, source }: { readonly lines: string; readonly source: number },
): Promise<void> =>
  engine.transaction(async (session) => {
    await session.run(sql`create table ${named(lines)} (line bigint, text varchar)`)
    const sound = await session.append(lines)
    const rejected = await session.append('rejected')
    for await (const { ok, line, text, ...rest } of readJsonLines(file)) {
      if (ok) sound.add([line, text])
      else rejected.add([source, `line:${line}`, 'reason' in rest ? rest.reason : '', text])
    }
  })

type Taking = {
  readonly lines: string
  readonly into: string
  readonly columns: readonly string[]
  readonly source: number
}

/** Each line is parsed once for the texts of all columns and once for their types. */
const takeCells = (engine: Engine, { lines, into, columns, source }: Taking): Promise<void> =>
  engine.transaction(async (session) => {
    const pointers = columns.flatMap((column) => [pointer(column), `/properties${pointer(column)}`])
    const paths = typedSql(`[${pointers.map(quoted).join(', ')}]`)
    const cells = columns.map((column, i) => typedSql(`${cellOf(2 * i + 1, column)} as c${i}`))
    const parsed = named(`${into}_parsed`)
    await session.run(sql`
      create table ${parsed} as
      select line as row, text, json_extract_string(text, ${paths}) as cells,
        json_type(text, ${paths}) as types
      from ${named(lines)}`)
    await session.run(sql`
      create table ${named(`${into}_read`)} as select row, ${listed(cells)} from ${parsed}`)
    await session.run(sql`create view ${named(into)} as from ${named(`${into}_read`)}`)
    for (const [i, column] of columns.entries())
      await session.run(sql`
        insert into rejected
        select ${source}, 'line:' || row,
          ${`${column} is no text and no number; put it in quotes`}, text
        from ${parsed}
        where ${typedSql(`${lostIn(2 * i + 1, column)} or ${lostIn(2 * i + 2, column)}`)}`)
    await session.run(sql`drop table ${parsed}`)
    await session.run(sql`drop table ${named(lines)}`)
  })

/** The text of a member, or of the same one in `properties`; those of a list with `;` between. */
const cellOf = (at: number, column: string): string =>
  `coalesce(${textOf(at, column)}, ${textOf(at + 1, column)})`

const textOf = (at: number, column: string): string => `
  case when types[${at}] = 'ARRAY' then
      case when starts_with(cells[${at}], '[{') then cells[${at}]
        else array_to_string(from_json(cells[${at}], '["VARCHAR"]'), ';') end
    when types[${at}] = 'DOUBLE' then ${written(at, column)}
    when types[${at}] <> 'OBJECT' then cells[${at}] end`

const lostIn = (at: number, column: string): string => `
  coalesce(types[${at}] = 'OBJECT' or types[${at}] = 'DOUBLE' and ${written(at, column)} is null, false)`

/**
 * A number as the line has it. The engine keeps the digits of whole numbers of any size and calls
 * them doubles too; those of fractions it may round, so that they are looked up in the line.
 */
const written = (at: number, column: string): string => {
  const key = JSON.stringify(column).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = `regexp_extract(text, ${quoted(`${key}\\s*:\\s*(-?[0-9][0-9.eE+-]*)`)}, 1)`
  return `
    case when regexp_full_match(cells[${at}], '-?[0-9]+') then cells[${at}]
      when try_cast(${found} as double) = try_cast(cells[${at}] as double) then ${found} end`
}

/** JSON pointer (RFC 6901) of a member. */
const pointer = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
