import { MusterError } from '../model/index.ts'
import { type CsvFault, type CsvRow, nameColumns } from './csv-row.ts'
import { CsvSplitter } from './csv-splitter.ts'
import { type File, headBytes } from './file.ts'
import { decode, headText } from './text.ts'

export { type CsvFault, CsvRow, cellPlace } from './csv-row.ts'

export type CsvTable = {
  readonly columns: readonly string[]
  /** Reads the file when it is iterated. */
  readonly rows: AsyncIterable<CsvRow | CsvFault>
}

export type CsvOptions = {
  /** Comma where nothing is said. */
  readonly delimiter?: string
  /** As `decode` names it; UTF-8 where nothing is said. */
  readonly encoding?: string
  /** Columns of a file that has no header line. */
  readonly columns?: readonly string[]
  /** What a line begins with that is a remark and no row. */
  readonly comment?: string
}

/**
 * Opens a delimited file; the rows stream, a row that cannot be read is yielded as a fault. Errors:
 * `file-empty` without a header line, `file-malformed` where the header is broken or names a column
 * twice, and those of `decode` while rows are read.
 */
export const readCsv = async (file: File, options: CsvOptions = {}): Promise<CsvTable> => {
  const columns = options.columns ?? readHeader(file, options)
  return { columns, rows: { [Symbol.asyncIterator]: () => readRows(file, options) } }
}

const splitterFor = ({ delimiter = ',', columns, comment }: CsvOptions): CsvSplitter =>
  new CsvSplitter({ delimiter, ...(columns && { columns }), ...(comment && { comment }) })

async function* readRows(file: File, options: CsvOptions): AsyncGenerator<CsvRow | CsvFault> {
  const splitter = splitterFor(options)
  const bare = endsLinesInReturns(headText(file, options.encoding))
  for await (const text of decode(file, options.encoding ?? 'utf-8'))
    for (const row of splitter.take(bare ? text.replaceAll('\r', '\n') : text)) yield row
  yield* splitter.finish()
}

/** Lines of old Macintosh files end in a carriage return alone. */
const endsLinesInReturns = (text: string): boolean => text.includes('\r') && !text.includes('\n')

const readHeader = (file: File, options: CsvOptions): readonly string[] => {
  const splitter = splitterFor(options)
  const text = headText(file, options.encoding)
  splitter.take(endsLinesInReturns(text) ? text.replaceAll('\r', '\n') : text)
  // A head that is full may end within the header line.
  if (file.head.length < headBytes) splitter.finish()
  const { header, headerFault } = splitter
  if (headerFault)
    throw new MusterError('file-malformed', `${file.path}: in the header ${headerFault}`)
  if (!header && file.head.length >= headBytes)
    throw new MusterError('file-malformed', `${file.path}: its header line is longer than 64 KiB`, {
      hint: 'Is it a table with the names of its columns in the first line?',
    })
  if (!header) throw new MusterError('file-empty', `${file.path} has no header line`)
  return nameColumns(file.path, header)
}
