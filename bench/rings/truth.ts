import type { TruthRow } from '../../src/example/index.ts'
import { openFile, readCsv } from '../../src/formats/index.ts'

const columns = ['account', 'ring', 'operator', 'facilitator', 'care', 'honest', 'groups'] as const

/** The truth of an example as `writeExample` wrote it. */
export const readTruth = async (path: string): Promise<readonly TruthRow[]> => {
  const truth: TruthRow[] = []
  for await (const row of (await readCsv(await openFile(path))).rows) {
    if (!row.ok) throw new Error(`${path}, row ${row.row}: ${row.reason}`)
    const cells = columns.map((column) => [column, row.value(column)?.value ?? ''] as const)
    truth.push(Object.fromEntries(cells) as TruthRow)
  }
  return truth
}
