import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Example, makeExample, type Parameters } from '../example/index.ts'
import { toCsvRecord } from './output/csv.ts'
import { openFileSink } from './output/file-sink.ts'
import type { Temporaries } from './temporaries.ts'

/** None where the file has no header. */
type Columns = readonly string[]

/** The files of an example platform, each with its columns in order. */
const files: Readonly<Record<string, (example: Example) => [Columns, Iterable<object>]>> = {
  'accounts.csv': (example) => [
    [
      'id',
      'schema',
      'name',
      'birthDate',
      'nationality',
      'country',
      'address',
      'email',
      'phone',
      'employer',
      'createdAt',
    ],
    example.accounts(),
  ],
  'observations.csv': (example) => [
    ['account', 'kind', 'value', 'first_seen', 'last_seen', 'count'],
    example.observations(),
  ],
  'transfers.csv': (example) => [
    ['time', 'block', 'tx', 'index', 'src', 'dst', 'asset', 'amount'],
    example.transfers(),
  ],
  'labels.csv': (example) => [['address', 'kind', 'label'], example.labels()],
  'intermediaries.csv': (example) => [['kind', 'value', 'name'], example.intermediaries()],
  'vpn-networks.txt': (example) => [[], example.networks('vpn').map((network) => [network])],
  'mobile-networks.txt': (example) => [[], example.networks('mobile').map((network) => [network])],
  'truth.csv': (example) => [
    ['account', 'ring', 'operator', 'facilitator', 'care', 'honest', 'groups'],
    example.truth(),
  ],
}

export type ExampleOptions = {
  readonly temporaries: Temporaries
  /** Told of each file once it is written, with its number of rows. */
  readonly onFile?: (name: string, rows: number) => void
}

/**
 * Writes an example platform into a folder, which it makes where it has to: accounts, observations,
 * transfers, labels of services, known intermediaries and networks, and the truth. The same parameters give the same
 * bytes. Error: `file-unwritable`.
 */
export const writeExample = async (
  folder: string,
  parameters: Partial<Parameters>,
  { temporaries, onFile }: ExampleOptions,
): Promise<void> => {
  const example = makeExample(parameters)
  await mkdir(folder, { recursive: true })
  for (const [name, open] of Object.entries(files)) {
    const [columns, rows] = open(example)
    const sink = await openFileSink(join(folder, name), temporaries)
    let count = 0
    let text = columns.length === 0 ? '' : toCsvRecord(columns)
    for (const row of rows) {
      count++
      text += toCsvRecord(Object.values(row))
      if (text.length > gathered) {
        await sink.write(text)
        text = ''
      }
    }
    await sink.write(text)
    await sink.end()
    onFile?.(name, count)
  }
}

/** Characters that are written at once. */
const gathered = 1 << 18
