import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { openFile } from './file.ts'

const data = process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../shared/data')
const folders = ['lists/ofac', 'lists/eu-journal/amendments', 'linkage/febrl']
const files = folders
  .map((folder) => join(data, folder))
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.csv'))

test.skipIf(files.length === 0)(
  'real tables are read as csv-parse reads them (needs MUSTER_DATA)',
  async () => {
    for (const path of files) {
      const theirs: string[][] = parse(readFileSync(path), { relax_column_count: true })
      // The end mark of DOS is a row to csv-parse.
      if (theirs.at(-1)?.[0] === '\u001A') theirs.pop()
      const columns = (theirs[0] ?? []).map((_, at) => String(at))
      const ours: (readonly string[])[] = []
      for await (const row of (await readCsv(await openFile(path), { columns })).rows)
        ours.push(row.ok ? row.cells : [row.reason])
      expect(ours, path).toEqual(theirs)
    }
  },
)
