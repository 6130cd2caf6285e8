import { type Policy, policies } from '../../funds/index.ts'
import { MusterError } from '../../model/index.ts'
import { type Command, defineCommand } from '../command.ts'
import { flowOptions, toReading, transferOption } from '../flow-options.ts'
import { writeTracePage } from '../trace-page.ts'
import { type Recipe, runTrace, toLines } from '../trace-run.ts'
import { showTrace } from '../trace-text.ts'
import { verifyAnswer } from '../trace-verify.ts'

/** `muster trace` */
export const command: Command = defineCommand({
  name: 'trace',
  about:
    'Follows value from seeds (addresses or transactions) through transfers to those who hold it, to the last base unit. What each address holds is counted exactly and parted by a policy: by shares (haircut), first in first out, tainted or clean value first. Beside the amount stand the least and the greatest of these policies, because courts differ. Value ends at services, mixers, bridges, swaps, burns, designated owners and at addresses that deal with too many others; what leaves them is followed only as a seed of its own. Only verified contracts carry value. What was sent and never seen arriving is told as unfunded.',
  arguments: {},
  options: {
    transfers: transferOption,
    seed: {
      value: 'X',
      repeat: true,
      doc: 'an address, all of whose outgoing value is followed; a transaction; or a theft of the register by its id, as theft:ronin-2022',
    },
    policy: {
      value: 'POLICY',
      choices: policies,
      doc: 'how an address parts with what it holds (default: haircut); poison is an upper bound and conserves nothing',
    },
    backward: { doc: 'follow value back to where it came from' },
    ...flowOptions,
    deposits: {
      value: 'N',
      setting: 'trace.deposits',
      doc: 'stop at addresses that forwarded all to one service so often, as deposit addresses do; inferred, so not unless asked',
    },
    verify: {
      value: 'RESULT',
      doc: 'trace an earlier answer (JSON lines) again, from the same files, and fail on any difference',
    },
    lookalikes: {
      value: 'FILE',
      doc: 'write the addresses that were made to look like others to a file, as CSV',
    },
    patterns: {
      value: 'FILE',
      doc: 'write patterns of laundering that addresses on the way show to a file, as JSON lines, each with the rows that prove it, how many ordinary addresses show it and what else explains it; no amount of the trace rests on them',
    },
    links: {
      value: 'FILE',
      doc: 'write links across mixers and services that traced value came to, as JSON lines: what came out that may belong to it, by which rule and rows; never traced',
    },
    rejected: { value: 'FILE', doc: 'write the rows that cannot be read to a file, as JSON lines' },
  },
  formats: ['table', 'jsonl', 'json', 'csv', 'html'],
  examples: [
    {
      run: 'muster trace --transfers transfers.csv --seed 0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
      does: 'shows who holds what came from an address, and by which way',
    },
    {
      run: 'muster trace --transfers transfers.csv --seed thief --labels services.csv --policy fifo --format jsonl',
      does: 'stops at known services and parts value first in first out',
    },
    {
      run: 'muster trace --transfers transfers.csv --seed theft:ronin-2022 --labels services.csv -o trace.html',
      does: 'writes a page: what became of a theft in a sentence, pictures and tables, to each row',
    },
    {
      run: 'muster trace --transfers payments.csv --map src=From,dst=To,amount=Sum --decimals 2 --seed DE02120300000000202051 --backward',
      does: 'follows payments back to where they came from',
    },
    {
      run: 'muster trace --verify result.jsonl',
      does: 'proves that an answer follows from its files, to the last digit',
    },
  ],
  run: async (context, { verify, ...given }) => {
    if (verify !== undefined) return verifyAnswer(context, verify)
    const { seed, transfers } = given
    if (seed.length === 0) throw new MusterError('usage', 'a trace needs --seed X')
    if (given.backward && given.links !== undefined)
      throw new MusterError('usage', 'links are told of value that is followed forward')
    const recipe: Recipe = {
      ...toReading(transfers, given),
      seeds: seed,
      policy: (given.policy ?? 'haircut') as Policy,
      backward: given.backward,
      hub: context.settings['trace.hub'],
      deposits: context.settings['trace.deposits'],
    }
    await runTrace(context, recipe, given, async (ran) => {
      const { engine, from, assets, used } = ran
      const { format } = context.output
      if (format === 'html') await writeTracePage(context, recipe, ran)
      else if (format === 'table')
        for (const one of assets) await context.output.text(await showTrace(engine, from, one))
      else
        await context.output.rows(columns, toLines(ran, format === 'csv' ? null : { recipe, used }))
    })
    return undefined
  },
})

const columns = ['address', 'asset', 'amount', 'low', 'high', 'hops', 'stop', 'label']
