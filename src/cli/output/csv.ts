const needsQuotes = /[",\r\n]/

/**
 * One record of RFC 4180, ended by LF as all text that Muster writes. Cells are written as they are,
 * also where a spreadsheet would take one for a formula (`=`, `+`, `-`, `@`): programs read them, and
 * a changed name is no evidence.
 */
export const toCsvRecord = (cells: readonly string[]): string => {
  const quoted = cells.map((cell) =>
    needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  // A record of one empty cell would be an empty line, which readers skip.
  return quoted.length === 1 && quoted[0] === '' ? '""\n' : `${quoted.join(',')}\n`
}
