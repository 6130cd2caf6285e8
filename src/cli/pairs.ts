import { decode, type File } from '../formats/index.ts'
import { MusterError, toBits, toScore } from '../model/index.ts'

/** The lines of a tab-separated file, without their ends; an end of line after the last is none. */
export async function* readLines(file: File, encoding: string): AsyncGenerator<string> {
  let rest = ''
  for await (const text of decode(file, encoding)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '') yield rest
}

/** Where the columns are that the comparison needs. */
export type PairColumns = {
  readonly width: number
  readonly a: number
  readonly b: number
  readonly schema: number
}

/** Reads the header line. Errors: `column-missing`, and `file-malformed` where an answer is there already. */
export const readPairHeader = (line: string, path: string): PairColumns => {
  const columns = line.split('\t').map((cell) => cell.trim())
  const find = (name: string): number => {
    const at = columns.indexOf(name)
    if (at >= 0) return at
    throw new MusterError(
      'column-missing',
      `${path} has no column ${name}, but ${columns.join(', ')}`,
      {
        hint: 'The header line needs name_a and name_b, separated by tabs; schema may be there too.',
      },
    )
  }
  const taken = ['bits', 'score'].find((name) => columns.includes(name))
  if (taken)
    throw new MusterError('file-malformed', `${path} has a column ${taken} already`, {
      hint: 'Rename it: the answer is written to columns of that name.',
    })
  return {
    width: columns.length,
    a: find('name_a'),
    b: find('name_b'),
    schema: columns.indexOf('schema'),
  }
}

/** Total weight of two names in millibits. */
export type ScorePair = (a: string, b: string, schema: string | undefined) => number

/** A line with its answer, and what was wrong with it. */
export type ScoredLine = { readonly line: string; readonly fault?: string }

/**
 * Adds the two columns to a line that is otherwise kept as it is. A line without both names, or with
 * more cells than the header, is kept too, with nothing in those columns.
 */
export const scorePairLine = (line: string, columns: PairColumns, score: ScorePair): ScoredLine => {
  const cells = line.split('\t')
  const padded = line + '\t'.repeat(Math.max(0, columns.width - cells.length))
  const fault = findFault(cells, columns)
  if (fault) return { line: `${padded}\t\t`, fault }
  const schema = cells[columns.schema]?.trim() || undefined
  const total = score(cells[columns.a] as string, cells[columns.b] as string, schema)
  return { line: `${padded}\t${toBits(total).toFixed(3)}\t${showScore(toScore(total))}` }
}

const findFault = (cells: readonly string[], { width, a, b }: PairColumns): string | undefined => {
  if (cells.length > width) return `${cells.length} cells where the header has ${width}`
  if (cells[a] === undefined || cells[b] === undefined) return 'a name is missing'
  return undefined
}

/** Nine places: enough to tell 30 bits from certainty. */
export const showScore = (score: number): string => score.toFixed(9)
