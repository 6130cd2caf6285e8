import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '../../src/formats/index.ts'
import { openRecords } from '../../src/sources/index.ts'

/** Records with their truth: columns that hold it are not among those that are linked. */
export type TruthSet = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly truth: readonly (string | number)[]
}

type Origin = {
  readonly name: string
  readonly files: readonly string[]
  /** The true person of a row, by the values of its columns. */
  readonly truth: (value: (column: string) => string) => string
  /** Columns that hold the truth. */
  readonly hidden: readonly string[]
}

const febrl = (name: string, ...files: readonly string[]): Origin => ({
  name,
  files: files.map((file) => `febrl/${file}.csv`),
  truth: (value) => value('rec_id').split('-')[1] as string,
  hidden: ['rec_id'],
})

const data = join(process.env.MUSTER_DATA ?? '../shared/data', 'linkage')

const origins: readonly Origin[] = [
  febrl('febrl1', 'dataset1'),
  febrl('febrl2', 'dataset2'),
  febrl('febrl3', 'dataset3'),
  febrl('febrl4', 'dataset4a', 'dataset4b'),
  {
    name: 'rldata500',
    files: ['rldata/RLdata500.csv'],
    truth: (value) => value('ent_id'),
    hidden: ['ent_id', 'rec_id'],
  },
  {
    name: 'fake_1000',
    files: ['fake_1000/fake_1000.csv'],
    truth: (value) => value('cluster'),
    hidden: ['cluster', 'unique_id'],
  },
  {
    name: 'senzing-demo',
    files: ['customers', 'reference', 'watchlist'].map((name) => `senzing-demo/${name}.jsonl`),
    truth: (value) => senzingTruth().get(`${value('DATA_SOURCE')} ${value('RECORD_ID')}`) as string,
    hidden: ['DATA_SOURCE', 'RECORD_ID'],
  },
]

/** Its key has a line a record: group, cluster, source, id. */
const senzingTruth = (): ReadonlyMap<string, string> => {
  const key = readFileSync(join(data, 'senzing-demo/actual_truthset_key.csv'), 'utf8')
  return new Map(
    key
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
      .map(([, cluster = '', source, id]) => [`${source} ${id}`, cluster]),
  )
}

const readSet = async ({ name, files, truth, hidden }: Origin): Promise<TruthSet> => {
  const columns: string[] = []
  const rows: string[][] = []
  const truths: string[] = []
  for (const file of files) {
    const table = await openRecords(await openFile(join(data, file)))
    for await (const row of table.rows) {
      if (!row.ok) throw new Error(`${file} ${row.place}: ${row.reason}`)
      const cells = new Map(
        table.columns.map((column, at) => [column, row.cells[at]?.trim() ?? '']),
      )
      truths.push(truth((column) => cells.get(column) as string))
      for (const column of cells.keys())
        if (!hidden.includes(column) && !columns.includes(column)) columns.push(column)
      rows.push(columns.map((column) => cells.get(column) ?? ''))
    }
  }
  const whole = rows.map((cells) => [...cells, ...columns.slice(cells.length).map(() => '')])
  return { name, columns, rows: whole, truth: truths }
}

/** The sets with truth of the data folder that are there. */
export async function* truthSets(isWanted: (name: string) => boolean): AsyncGenerator<TruthSet> {
  for (const origin of origins) {
    if (!isWanted(origin.name)) continue
    if (origin.files.every((file) => existsSync(join(data, file)))) yield await readSet(origin)
    else
      console.log(`${origin.name}: skipped, ${join(data, origin.files[0] as string)} is not there`)
  }
}
