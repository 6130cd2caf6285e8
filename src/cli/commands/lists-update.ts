import { type Update, updateLists } from '../../lists/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { countUp } from '../counting.ts'
import { openOrMake } from '../workspace.ts'

/** `muster lists update` */
export const command: Command = defineCommand({
  name: 'lists update',
  about:
    'Takes the official lists that lie in a folder into the workspace, newest and older versions, each whole or not at all. A file that is truncated, of another kind, in a broken encoding or far smaller than the version before is refused and named, and the version before stays. To run it again changes nothing.',
  arguments: {},
  options: {
    from: {
      value: 'DIR',
      needed: true,
      doc: 'the folder of list files, as their issuers publish them; folders inside it count, files may be gzipped',
    },
  },
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    {
      run: 'muster lists update --from downloads/lists',
      does: 'takes the lists of a folder into the workspace you are in',
    },
    {
      run: 'muster lists update --from downloads/lists --workspace evidence',
      does: 'does so in another workspace, which is made where there is none',
    },
  ],
  exits: { 0: 'at least one list was taken, or was held already', 1: 'no list was taken' },
  run: async (context, { from }) => {
    const workspace = await openOrMake(context)
    const { output, tell } = context
    try {
      const counting = countUp(tell, `looking at ${from}`, 'entries')
      const { updates, verdicts } = await updateLists(workspace, from, {
        now: context.clock(),
        shrink: context.settings['lists.shrink'],
        onProgress: (list, { entities }, expected) =>
          counting.reach(`taking ${list}`, entities, expected),
      }).finally(counting.end)
      for (const { path, state, why } of verdicts)
        if (state === 'refused') tell.warn(`refused ${path}: ${why}`)
        else tell.detail(`${state} ${path}: ${why}`)
      await output.rows(['list', 'version', 'entries', 'rejected', 'state'], updates)
      conclude(context, from, updates)
      return updates.length > 0 ? 0 : 1
    } finally {
      await workspace.close()
    }
  },
})

const conclude = ({ tell }: Context, from: string, updates: readonly Update[]): void => {
  if (updates.length === 0) {
    tell.warn(`no list was taken from ${from}; what the workspace held before stays`)
    return
  }
  const taken = updates.filter(({ state }) => state !== 'held').length
  tell.say(`versions taken: ${taken}, held already: ${updates.length - taken}`)
  const rejected = updates.reduce((sum, update) => sum + update.rejected, 0)
  if (rejected > 0) tell.say(`rejected rows: ${rejected}; see: muster sql "select * from rejected"`)
}
