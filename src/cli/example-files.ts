import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Example, makeExample, type Parameters } from '../example/index.ts'
import { toCsvRecord } from './output/csv.ts'
import { openFileSink } from './output/file-sink.ts'
import type { Temporaries } from './temporaries.ts'

/** What a file holds: rows between a head and a foot. */
type Pages = ReturnType<Example['payments']>

const csv = (columns: readonly string[], rows: Iterable<object>): Pages => ({
  head: columns.length === 0 ? '' : toCsvRecord(columns),
  rows: (function* () {
    for (const row of rows) yield toCsvRecord(Object.values(row))
  })(),
  foot: '',
})

/** The files of an example platform, each with its columns in order. */
const files: Readonly<Record<string, (example: Example) => Pages>> = {
  'accounts.csv': (example) =>
    csv(
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
    ),
  'observations.csv': (example) =>
    csv(['account', 'kind', 'value', 'first_seen', 'last_seen', 'count'], example.observations()),
  'transfers.csv': (example) =>
    csv(['time', 'block', 'tx', 'index', 'src', 'dst', 'asset', 'amount'], example.transfers()),
  'labels.csv': (example) => csv(['address', 'kind', 'label'], example.labels()),
  'payments.xml': (example) => example.payments(),
  'assets.csv': (example) => csv(['contract', 'symbol', 'decimals'], example.assets()),
  'intermediaries.csv': (example) => csv(['kind', 'value', 'name'], example.intermediaries()),
  'vpn-networks.txt': (example) =>
    csv(
      [],
      example.networks('vpn').map((each) => [each]),
    ),
  'mobile-networks.txt': (example) =>
    csv(
      [],
      example.networks('mobile').map((each) => [each]),
    ),
  'truth.csv': (example) =>
    csv(
      ['account', 'ring', 'operator', 'facilitator', 'care', 'honest', 'groups'],
      example.truth(),
    ),
  'truth-money.csv': (example) =>
    csv(
      [
        'ring',
        'asset',
        'paid',
        'cuts',
        'to_exchange',
        'to_mixer',
        'to_bridge',
        'to_designated',
        'still_held',
        'payout',
      ],
      example.moneyTruth(),
    ),
}

export type ExampleOptions = {
  readonly temporaries: Temporaries
  /** Told of each file once it is written, with its number of rows. */
  readonly onFile?: (name: string, rows: number) => void
}

/**
 * Writes an example platform into a folder, which it makes where it has to: accounts, observations,
 * transfers, labels of services, payments of a bank, known intermediaries and networks, and the truth of
 * accounts and money. The same parameters give the same bytes. Error: `file-unwritable`.
 */
export const writeExample = async (
  folder: string,
  parameters: Partial<Parameters>,
  { temporaries, onFile }: ExampleOptions,
): Promise<void> => {
  const example = makeExample(parameters)
  await mkdir(folder, { recursive: true })
  for (const [name, open] of Object.entries(files)) {
    const { head, rows, foot } = open(example)
    const sink = await openFileSink(join(folder, name), temporaries)
    let count = 0
    let text = head
    for (const row of rows) {
      count++
      text += row
      if (text.length > gathered) {
        await sink.write(text)
        text = ''
      }
    }
    await sink.write(text + foot)
    await sink.end()
    onFile?.(name, count)
  }
}

/** Characters that are written at once. */
const gathered = 1 << 18
