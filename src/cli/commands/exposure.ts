import { join } from 'node:path'
import { openInMemory } from '../../engine/index.ts'
import { exposeFlows } from '../../funds/index.ts'
import { MusterError } from '../../model/index.ts'
import { type Command, defineCommand } from '../command.ts'
import { flowOptions, toPlaces, transferOption } from '../flow-options.ts'
import { takeTransferFiles, tellUnvalued } from '../take-transfers.ts'
import { type Opened, openSource, readAssets, readLabelFiles } from '../transfers.ts'

/** `muster exposure` */
export const command: Command = defineCommand({
  name: 'exposure',
  about:
    'Tells by category where the value of an address came from and where it went: directly from and to labelled addresses, and indirectly through addresses without a label, by shares of what each holds (haircut), to the last unit. The shares of one address, asset and direction sum to 1; what no label explains is told as unidentified (it lies at addresses without a label, or came from unlabelled services), mint, burn, fee or unfunded (sent and never seen arriving).',
  arguments: {
    addresses: { many: true, doc: 'addresses; all of the files where none is named' },
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
    if (transfers.length === 0) throw new MusterError('usage', 'exposure needs --transfers FILE')
    const folder = await context.temporaries.makeFolder()
    const engine = await openInMemory({ memory: '4GB', spill: join(folder, 'spill') })
    try {
      const opened: Opened[] = []
      for (const path of transfers) opened.push(await openSource(context, path, 'transfers'))
      await takeTransferFiles(
        context,
        { map: given.map ?? null, decimals: toPlaces(given.decimals), round: given.round },
        { engine, folder, opened, rejected: given.rejected },
      )
      const { labels } = await readLabelFiles(context, given.labels)
      const { assets } = await readAssets(context, given.assets)
      const { flows, exposures, unvalued, missing } = await exposeFlows(engine, {
        of: addresses,
        labels,
        assets,
        hub: context.settings['trace.hub'],
      })
      tellUnvalued(context, unvalued)
      if (missing.length > 0) context.tell.warn(`the data has no ${missing.join(', ')}`)
      function* rows(): Generator<Readonly<Record<string, unknown>>> {
        for (const { address, direct, indirect, ...rest } of exposures)
          yield {
            address: flows.addresses[address],
            ...rest,
            direct: `${direct}`,
            indirect: `${indirect}`,
          }
      }
      const columns = ['address', 'asset', 'direction', 'category', 'direct', 'indirect', 'share']
      await context.output.rows(columns, rows())
    } finally {
      await engine.close()
    }
    return undefined
  },
})
