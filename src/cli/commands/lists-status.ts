import { folderStatus, type ListStatus, listStatus } from '../../lists/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { openExisting } from '../workspace.ts'

/** `muster lists status` */
export const command: Command = defineCommand({
  name: 'lists status',
  about:
    'Shows every version of every list: its date, how many entries it has, and whether it is current, older, stale or was refused, and why. A list is stale 30 days after its date (the setting lists.stale-days).',
  arguments: {},
  options: {
    lists: { value: 'DIR', doc: 'look at a folder of list files instead of the workspace' },
  },
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    { run: 'muster lists status', does: 'shows the lists of the workspace you are in' },
    {
      run: 'muster lists status --lists downloads/lists --format json',
      does: 'shows what lies in a folder, for a program',
    },
  ],
  exits: { 4: 'a list is stale, was refused without a version before it, or there is none at all' },
  run: async (context, { lists }) => {
    const rows = await readStatus(context, lists)
    const { output } = context
    const all = ['id', 'body', 'version', 'date', 'entries', 'sha256', 'file', 'state', 'why']
    const short = ['id', 'version', 'date', 'entries', 'state', 'why']
    await output.rows(output.format === 'table' ? short : all, rows)
    if (rows.length === 0) context.tell.warn('there is no list; see: muster lists update --help')
    return isFresh(rows) ? 0 : 4
  },
})

const readStatus = async (
  context: Context,
  folder: string | undefined,
): Promise<readonly ListStatus[]> => {
  const now = context.clock()
  const { 'lists.stale-days': staleDays, 'lists.shrink': shrink } = context.settings
  if (folder !== undefined) return folderStatus(folder, { now, staleDays, shrink, undated: now })
  const workspace = await openExisting(context, { readOnly: true })
  try {
    return await listStatus(workspace, { now, staleDays })
  } finally {
    await workspace.close()
  }
}

/** Every list that was ever offered has a version that is current. */
const isFresh = (rows: readonly ListStatus[]): boolean => {
  const current = new Set(rows.filter(({ state }) => state === 'current').map(({ id }) => id))
  return rows.length > 0 && rows.every(({ id }) => current.has(id))
}
