const needsQuotes = /[",\r\n]/

/**
 * One record of RFC 4180, ended by LF as all text that Muster writes. Cells are written as they are,
 * also where a spreadsheet would take one for a formula (`=`, `+`, `-`, `@`): programs read them, and
 * a changed name is no evidence.
 */
export const toCsvRecord = (cells: readonly string[]): string => {
  let record = ''
  for (let i = 0; i < cells.length; i++)
    record += (i === 0 ? '' : ',') + quoteCell(cells[i] as string)
  // A record of one empty cell would be an empty line, which readers skip.
  return cells.length === 1 && record === '' ? '""\n' : `${record}\n`
}

const quoteCell = (cell: string): string =>
  needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
