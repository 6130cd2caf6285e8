import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { dataFile } from '../../tests/editions.ts'

/** A row of a table of the data folder, by the names of its columns. */
export type Row = Readonly<Record<string, string>>

/** A tab-separated table of `shared/data/names`, without its comments. */
export const readTable = (...path: string[]): Row[] => {
  const bytes = readFileSync(dataFile('names', ...path))
  const text = (path.at(-1)?.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head, ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const columns = (head ?? '').split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}
