import { readCsv } from '../../formats/index.ts'
import { Description, entityId, type Read, type Schema, type Source } from '../../model/index.ts'
import type { Edition } from '../reader.ts'
import { Cells } from './cells.ts'
import { describe } from './describe.ts'
import { toReference } from './reference.ts'

const schemata: ReadonlySet<string> = new Set<Schema>([
  'Person',
  'LegalEntity',
  'Organization',
  'Company',
  'Vessel',
  'Asset',
])

/** Streams the rows of the transcription: the snapshots first, then the acts that amend them. */
export async function* readJournal(edition: Edition): AsyncGenerator<Read> {
  const files = [...edition.files].sort((a, b) =>
    `${b.part}/${a.file.name}` < `${a.part}/${b.file.name}` ? -1 : 1,
  )
  const used = new Map<string, number>()
  for (const { file, source } of files) {
    const { columns, rows } = await readCsv(file)
    for await (const row of rows) {
      if (!row.ok) {
        const place = `row:${row.row}`
        yield { ok: false, source: source.id, place, reason: row.reason, text: row.text }
        continue
      }
      yield readRow(new Cells(row.row, columns, row.cells), source, used)
    }
  }
}

const readRow = (cells: Cells, source: Source, used: Map<string, number>): Read => {
  const name = cells.one('name')
  const schema = cells.one('schema')?.value ?? ''
  if (!name || !schemata.has(schema)) {
    const reason = name ? `unknown schema ${schema}` : 'the row has no name'
    const text = [name?.value, schema].join(' ').trim()
    return { ok: false, source: source.id, place: `row:${cells.row}`, reason, text }
  }
  const reference = toReference(cells, name, used)
  const owner = cells.one('recordId') ?? name
  const id = entityId('designation', 'eu-journal', reference)
  const entry = new Description(id, schema as Schema, {
    source: source.id,
    learned: source.learned,
    owner,
  })
  describe(cells, entry)
  return { ok: true, entity: entry.entity(reference) }
}
