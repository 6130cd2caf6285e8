/** Text of a table cell: a bar would end it, and angle brackets would be taken for HTML. */
const toCell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

/** A Markdown table, or nothing where it would have no rows; cells that hold code are made with `code`. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const shown = rows.map((row) => row.map((cell) => (cell.startsWith('`') ? cell : toCell(cell))))
  return [line(heads), line(heads.map(() => '---')), ...shown.map(line), '']
}

export const page = (...parts: readonly (string | readonly string[])[]): string =>
  `${parts.flat().join('\n').trimEnd()}\n`
