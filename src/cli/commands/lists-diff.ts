import {
  diffLists,
  getListId,
  heldVersions,
  type ListDiff,
  lists,
  type OpenVersion,
  openListFile,
  openVersion,
} from '../../lists/index.ts'
import { MusterError } from '../../model/index.ts'
import type { Workspace } from '../../workspace/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { openExisting } from '../workspace.ts'

/** `muster lists diff` */
export const command: Command = defineCommand({
  name: 'lists diff',
  about:
    'Shows what changed between two versions of a list: which entries were added and removed, and which values of the others are new or gone. Compares versions of the workspace, or two files.',
  arguments: {
    what: { needed: true, doc: 'the id of a list, or the older of two files' },
    before: { doc: 'the older version (default: the second newest), or the newer of two files' },
    after: { doc: 'the newer version (default: the newest)' },
  },
  options: {},
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    { run: 'muster lists diff un', does: 'compares the two newest versions of the UN list' },
    { run: 'muster lists diff un 2025-08-16 2026-02-27', does: 'compares two versions by date' },
    {
      run: 'muster lists diff old/un.xml new/un.xml',
      does: 'compares two files, without a workspace',
    },
  ],
  run: async (context, { what, before, after }) => {
    if (Object.hasOwn(lists, what)) await showHeld(context, what, [before, after])
    else {
      const newer = fileOf(what, before, after)
      await show(context, await openListFile(what), await openListFile(newer))
    }
    return 0
  },
})

const fileOf = (what: string, before: string | undefined, after: string | undefined): string => {
  if (before !== undefined && after === undefined) return before
  throw new MusterError('usage', `${what} is the id of no list, and two files are needed`, {
    hint: `Lists are: ${Object.keys(lists).join(', ')}.`,
  })
}

const showHeld = async (
  context: Context,
  what: string,
  names: readonly (string | undefined)[],
): Promise<void> => {
  const workspace = await openExisting(context, { readOnly: true })
  try {
    const [before, after] = await openPair(workspace, what, names)
    await show(context, before, after)
  } finally {
    await workspace.close()
  }
}

const openPair = async (
  workspace: Workspace,
  what: string,
  [before, after]: readonly (string | undefined)[],
): Promise<readonly [OpenVersion, OpenVersion]> => {
  const list = getListId(what)
  const held = await heldVersions(workspace, list)
  const newest = after ?? held.at(-1)?.version
  const older = before ?? held.at(-2)?.version
  if (newest === undefined || older === undefined)
    throw new MusterError(
      'list-unknown',
      `two versions of ${list} are needed, and the workspace holds ${held[0]?.version ?? 'none'}`,
      { hint: 'Take another with: muster lists update --from DIR' },
    )
  return [await openVersion(workspace, list, older), await openVersion(workspace, list, newest)]
}

const show = async (
  { output, tell }: Context,
  before: OpenVersion,
  after: OpenVersion,
): Promise<void> => {
  if (before.list !== after.list)
    throw new MusterError('usage', `${before.list} and ${after.list} are different lists`, {
      hint: 'Compare two versions of one list.',
    })
  const names = { list: after.list, before: before.version, after: after.version }
  const diff = await diffLists(before.entities, after.entities)
  if (output.format === 'json') await output.value({ ...names, ...diff })
  else
    await output.rows(
      ['change', 'reference', 'name', 'prop', 'before', 'after'],
      rowsOf(diff).map((row) => ({ list: names.list, ...row })),
    )
  tell.say(
    `${names.list} ${names.before} → ${names.after}: ${diff.added.length} added, ` +
      `${diff.removed.length} removed, ${diff.changed.length} changed, ${diff.unchanged} unchanged`,
  )
}

type Row = Readonly<Record<string, unknown>>

const rowsOf = ({ added, removed, changed }: ListDiff): readonly Row[] => [
  ...added.map((entry) => ({ change: 'added', ...entry })),
  ...removed.map((entry) => ({ change: 'removed', ...entry })),
  ...changed.flatMap(({ reference, name, props }) =>
    props.map((prop) => ({ change: 'changed', reference, name, ...prop })),
  ),
]
