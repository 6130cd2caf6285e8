import { exposeFlows } from '../../funds/index.ts'
import { type Command, defineCommand } from '../command.ts'
import { flowOptions, toReading, transferOption } from '../flow-options.ts'
import { tellLacking, withTransfers } from '../take-transfers.ts'

/** `muster exposure` */
export const command: Command = defineCommand({
  name: 'exposure',
  about:
    'Tells by category where the value of an address came from and where it went: directly from and to labelled addresses, and indirectly through addresses without a label, by shares of what each holds (haircut), to the last unit. The shares of one address, asset and direction sum to 1; what no label explains is told as unidentified (it lies at addresses without a label, or came from unlabelled services), mint, burn, fee or unfunded (sent and never seen arriving).',
  arguments: {
    addresses: { many: true, doc: 'addresses; all of the transfers where none is named' },
  },
  options: {
    transfers: transferOption,
    ...flowOptions,
    rejected: { value: 'FILE', doc: 'write the rows that cannot be read to a file, as JSON lines' },
  },
  formats: ['table', 'jsonl', 'json', 'csv'],
  examples: [
    {
      run: 'muster exposure 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 --transfers transfers.csv --labels services.csv',
      does: 'shows what an address received from each category, and sent to each',
    },
    {
      run: 'muster exposure --transfers transfers.csv --labels services.csv --format csv -o exposure.csv',
      does: 'writes the exposure of every address',
    },
  ],
  run: async (context, { addresses, transfers, ...given }) => {
    const reading = toReading(transfers, given)
    await withTransfers(context, reading, given.rejected, async ({ engine, labels, assets }) => {
      const exposed = await exposeFlows(engine, {
        of: addresses,
        labels,
        assets,
        hub: context.settings['trace.hub'],
      })
      tellLacking(context, exposed)
      function* rows(): Generator<Readonly<Record<string, unknown>>> {
        for (const { address, direct, indirect, ...rest } of exposed.exposures)
          yield {
            address: exposed.flows.addresses[address],
            ...rest,
            direct: `${direct}`,
            indirect: `${indirect}`,
          }
      }
      const columns = ['address', 'asset', 'direction', 'category', 'direct', 'indirect', 'share']
      await context.output.rows(columns, rows())
    })
    return undefined
  },
})
