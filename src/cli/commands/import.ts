import { type Command, defineCommand } from '../command.ts'
import { importPaths } from '../import-paths.ts'
import { kindNames } from '../imported.ts'
import { subjectOptions } from '../subjects.ts'
import { openOrMake } from '../workspace.ts'

/** `muster import` */
export const command: Command = defineCommand({
  name: 'import',
  about:
    'Takes files into the workspace, each whole or not at all, and says who said what and where. What kind of file it is, is told by its content. Rows that cannot be read are kept with their place and the reason. To import the same file twice changes nothing.',
  arguments: {
    path: {
      many: true,
      needed: true,
      doc: 'files: people, companies, vessels and wallets as CSV, JSON lines or FollowTheMoney entities, an official list, statements about states by the columns of muster states, observations of accounts (account, kind, value, first_seen, last_seen, count), transfers of a chain or messages of a bank as muster trace reads them, labels of addresses, or a list of networks, mail domains, tools or intermediaries; - is standard input',
    },
  },
  options: {
    as: {
      value: 'KIND',
      choices: [...kindNames.keys()],
      doc: `the kind of the files, where it cannot be told: ${[...kindNames.keys()].join(', ')}`,
    },
    ...subjectOptions,
  },
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    { run: 'muster import people.csv wallets.csv', does: 'takes two files into the workspace' },
    {
      run: 'muster import staff.csv --map name="Full name",birthDate=DOB --encoding cp949',
      does: 'takes a file with columns and an encoding of its own',
    },
    {
      run: 'muster import statements.csv',
      does: 'takes statements about states, which muster states then uses beside its register',
    },
    {
      run: 'muster import accounts.csv observations.csv',
      does: 'takes accounts, and what they were seen with: devices, payouts, phones, networks',
    },
    {
      run: 'muster import transfers.csv payments.xml labels.csv',
      does: 'takes transfers of a chain, statements of a bank, and what is known of addresses',
    },
    {
      run: 'muster import people.csv --workspace evidence',
      does: 'does so in another workspace, which is made where there is none',
    },
  ],
  run: async (context, { path, as, map, encoding }) => {
    const workspace = await openOrMake(context)
    try {
      const files = await importPaths(context, workspace, { paths: path, as, map, encoding })
      const rows = files.map(({ already, ...file }) => ({
        observations: 0,
        transfers: 0,
        labels: 0,
        values: 0,
        ...file,
        state: already ? 'held' : 'new',
      }))
      const columns = [
        'path',
        'kind',
        'entities',
        'statements',
        'observations',
        'transfers',
        'rejected',
        'state',
      ]
      await context.output.rows(columns, rows)
      if (files.some(({ rejected }) => rejected > 0))
        context.tell.say('what was rejected and why: muster sql "select * from rejected"')
    } finally {
      await workspace.close()
    }
    return 0
  },
})
