import { MusterError } from '../model/index.ts'
import type { CsvTable } from './csv.ts'
import { type CsvFault, CsvRow, nameColumns, toColumns } from './csv-row.ts'
import type { File } from './file.ts'
import { readSheet, type SheetRow, toLetters } from './xlsx/sheet.ts'
import { readWorkbook } from './xlsx/workbook.ts'
import { isZip, Zip } from './zip.ts'

/** Whether a file is a workbook of Excel 2007 or later (Office Open XML). */
export const isXlsx = (file: File): boolean =>
  isZip(file.head) &&
  /\[Content_Types\]\.xml|\bxl\//.test(Buffer.from(file.head).toString('latin1'))

/** Whether a file is a workbook that cannot be read: of Excel 97 to 2003, or one with a password. */
export const isOldExcel = (file: File): boolean =>
  Buffer.from(file.head.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'

export type XlsxOptions = {
  /** Name of the sheet; the first where nothing is said. */
  readonly sheet?: string
  /** Bytes that the parts may unpack to; 1 GiB where nothing is said. */
  readonly limit?: number
}

/**
 * Opens a sheet of a workbook as a table, as `readCsv` does: the first row that is not empty names
 * the columns, `line` is the row of the sheet, dates are ISO text. Errors: those of `Zip`,
 * `file-empty` without a header, `file-malformed` where it names a column twice or has no such sheet.
 */
export const readXlsx = async (file: File, options: XlsxOptions = {}): Promise<CsvTable> => {
  if (isOldExcel(file))
    throw new MusterError('kind-unknown', `${file.path} has a password or is of Excel 97-2003`, {
      hint: 'Save it as .xlsx without a password, or as CSV.',
    })
  const zip = await Zip.open(file, options.limit)
  const workbook = readWorkbook(zip, file.path, options.sheet)
  const rows = readSheet(zip, file.path, workbook)
  const header = rows.next()
  if (header.done) throw new MusterError('file-empty', `${file.path} has a sheet without any row`)
  const columns = nameColumns(
    file.path,
    Array.from(header.value.cells, (cell) => cell?.trim() ?? ''),
  )
  return { columns, rows: toTable(rows, columns) }
}

async function* toTable(
  rows: Iterable<SheetRow>,
  columns: readonly string[],
): AsyncGenerator<CsvRow | CsvFault> {
  const positions = toColumns(columns)
  let row = 0
  for (const { number, cells, fault } of rows) {
    row++
    const outside = cells.findIndex((cell, at) => at >= columns.length && cell !== undefined)
    const reason =
      fault ??
      (outside === -1
        ? undefined
        : `cell ${toLetters(outside)}${number} is in no column of the header`)
    if (reason === undefined) {
      const texts = columns.map((_, at) => cells[at] ?? '')
      yield new CsvRow(row, number, texts, positions)
    } else {
      const text = Array.from(cells, (cell) => cell ?? '').join('\t')
      yield { ok: false, row, line: number, reason, text }
    }
  }
}
