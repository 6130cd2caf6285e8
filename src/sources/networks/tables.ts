import { type CsvRow, type File, headText, readCsv } from '../../formats/index.ts'
import type { ListedValue, Source } from '../../model/index.ts'
import { sniffDelimiter } from '../subjects/delimiter.ts'
import { type ListRead, type OperatorList, reject } from './list.ts'

type Table = {
  readonly id: string
  readonly about: string
  /** Columns that tell the list from others. */
  readonly columns: readonly string[]
  /** What a row lists: several values, or why it lists none. */
  readonly toListed: (row: CsvRow) => readonly Omit<ListedValue, 'place'>[] | string
}

const headerOf = (file: File): string[] =>
  (headText(file, 'utf-8').split(/\r?\n/)[0] ?? '')
    .replace(/^\uFEFF/, '')
    .split(sniffDelimiter(headText(file, 'utf-8')))
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))

const tableList = ({ id, about, columns, toListed }: Table): OperatorList => ({
  id,
  about,
  recognise: (file) => {
    const header = headerOf(file)
    return columns.every((column) => header.includes(column))
  },
  read: async function* (file: File, source: Source): AsyncGenerator<ListRead> {
    const delimiter = sniffDelimiter(headText(file, 'utf-8'))
    for await (const row of (await readCsv(file, { delimiter })).rows) {
      const place = `row:${row.row}`
      const listed = row.ok ? toListed(row) : row.reason
      if (typeof listed === 'string')
        yield reject(source, place, listed, row.ok ? row.cells.join(delimiter) : row.text)
      else for (const value of listed) yield { ok: true, listed: { ...value, place } }
    }
  },
})

const cell = (row: CsvRow, column: string): string => row.value(column)?.value ?? ''

/** File names in a list of paths: the last part of `C:\*\tool.exe`. */
const fileNames = (paths: string): string[] => [
  ...new Set(
    paths
      .split(',')
      .map((path) => path.trim().split(/[\\/]/).at(-1)?.toLowerCase() ?? '')
      .filter((name) => /^[^*]+\.[a-z0-9]{2,5}$/.test(name)),
  ),
]

/** Lists in the form of a table, each told by its columns. */
export const tableLists: readonly OperatorList[] = [
  {
    id: 'rmm-tools',
    about: 'tools for remote access as LOLRMM publishes them, by the names of their programs',
    columns: ['Name', 'Filename', 'InstallationPaths'],
    toListed: (row: CsvRow) => {
      const name = cell(row, 'Name')
      const paths = [cell(row, 'Filename'), cell(row, 'InstallationPaths')].join(',')
      if (name === '') return 'the name of the tool is missing'
      return fileNames(paths).map((value) => ({
        kind: 'process',
        value,
        known: 'remote_access' as const,
        name,
      }))
    },
  },
  {
    id: 'rmm-domains',
    about: 'domains of tools for remote access as LOLRMM publishes them',
    columns: ['URI', 'RMM_Tool'],
    toListed: (row: CsvRow) => {
      const [value, name] = [cell(row, 'URI').toLowerCase(), cell(row, 'RMM_Tool')]
      if (value === '') return 'the domain is missing'
      return [{ kind: 'domain', value, known: 'remote_access' as const, name }]
    },
  },
  {
    id: 'kvm',
    about: 'USB descriptors of network KVMs: vendor, product and strings',
    columns: ['product', 'usb_vendor_id', 'usb_product_id', 'manufacturer_string'],
    toListed: (row: CsvRow) => {
      const ids = ['usb_vendor_id', 'usb_product_id'].map((column) =>
        cell(row, column).toLowerCase().replace(/^0x/, ''),
      )
      const strings = ['manufacturer_string', 'product_string', 'serial_string'].map((column) =>
        cell(row, column),
      )
      if (!ids.every((id) => /^[0-9a-f]{4}$/.test(id)))
        return 'vendor and product are no numbers of USB'
      const value = [ids.join(':'), ...strings].join(' / ').replace(/(?: \/ )+$/, '')
      return [{ kind: 'usb', value, known: 'kvm' as const, name: cell(row, 'product') }]
    },
  },
  {
    id: 'intermediaries',
    about:
      'known agencies and employers of record: kind (employer, address, or that of an observation), value, name',
    columns: ['kind', 'value', 'name'],
    toListed: (row: CsvRow) => {
      const [kind, value, name] = [cell(row, 'kind'), cell(row, 'value'), cell(row, 'name')]
      if (kind === '' || value === '') return 'the kind or the value is missing'
      return [{ kind: kind.toLowerCase(), value, known: 'intermediary' as const, name }]
    },
  },
].map(tableList)
