import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sql } from '../../engine/index.ts'
import {
  decode,
  type File,
  headText,
  isOldExcel,
  isXlsx,
  openFile,
  recogniseEncoding,
} from '../../formats/index.ts'
import { MusterError, sha256 } from '../../model/index.ts'
import { sniffDelimiter } from '../subjects/delimiter.ts'
import { isJson } from '../subjects/read.ts'

/** A file that lies on the disk as the engine reads it: UTF-8 text or Parquet, not zipped. */
export type Laid = {
  /** The file under its own name; a stream can now be read again. */
  readonly file: File
  /** Where its content lies. */
  readonly path: string
  readonly form: 'table' | 'lines' | 'parquet' | 'workbook'
  /** What parts the cells of a table. */
  readonly delimiter: string
}

/** A file as a table that the engine can take in. */
export type Table = {
  /** Names of its columns in order. */
  readonly header: readonly string[]
  /**
   * Makes `into` with `row`, from 1, and a text for each of the columns, in their order,
   * named `c0`, `c1` … Rows that break the file's form go to `rejected`.
   */
  take(into: string, columns: readonly string[]): Promise<void>
  /**
   * A query for the columns as `c0`, `c1` … in the order of the file, which reads it in one go and fails
   * where it breaks its form; only where the engine can do so.
   */
  readonly scan?: (columns: readonly string[]) => Promise<Sql | undefined>
  /** `row:7` or `line:7`, by how the file is laid out. */
  readonly placed: 'row' | 'line'
}

export type Laying = {
  /** A folder for what has to be unpacked. */
  readonly folder: string
  /** Encoding of the file; recognised where it is not said. */
  readonly encoding?: string | undefined
}

/**
 * Lays a file out for the engine: a stream is kept, gzip undone and another encoding turned to UTF-8
 * in a file of the folder. Errors: those of gzip and of encodings.
 */
export const layFile = async (given: File, { folder, encoding }: Laying): Promise<Laid> => {
  const file = given.disk ? given : await unpack(given, folder)
  const form = formOf(file)
  if (form) return { file, path: diskOf(file), form, delimiter: '' }
  const spoken = encoding ?? (await recogniseEncoding(file))
  const text = isUnicode(spoken) ? file : await turn(file, spoken, folder)
  const head = headText(text, 'utf-8')
  return {
    file: text,
    path: diskOf(text),
    form: isJson(head) ? 'lines' : 'table',
    delimiter: sniffDelimiter(head),
  }
}

const formOf = (file: File): Laid['form'] | undefined => {
  if (isParquet(file)) return 'parquet'
  return isXlsx(file) || isOldExcel(file) ? 'workbook' : undefined
}

const diskOf = ({ disk, path }: File): string => {
  if (disk !== undefined) return disk
  throw new MusterError('internal', `${path} does not lie on the disk`)
}

/** Whether a file is in Parquet, by its first bytes. */
export const isParquet = ({ head }: File): boolean =>
  Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1'

const isUnicode = (encoding: string): boolean => /^utf-?8$/i.test(encoding)

const unpack = (file: File, folder: string): Promise<File> =>
  write(file, file.read(), join(folder, `${sha256(file.path).slice(0, 16)}.plain`))

const turn = (file: File, encoding: string, folder: string): Promise<File> =>
  write(file, decode(file, encoding), join(folder, `${sha256(file.path).slice(0, 16)}.utf-8`))

/** A file with the content given, which keeps the name of the file that it was made from. */
const write = async (
  { path }: File,
  pieces: AsyncIterable<Uint8Array | string>,
  disk: string,
): Promise<File> => {
  await pipeline(Readable.from(pieces), createWriteStream(disk, { mode: 0o600 }))
  return { ...(await openFile(disk)), path }
}
