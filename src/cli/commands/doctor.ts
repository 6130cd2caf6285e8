import { looks } from '../checks.ts'
import { type Command, defineCommand } from '../command.ts'

/** `muster doctor` */
export const command: Command = defineCommand({
  name: 'doctor',
  about:
    'Checks that Muster can work here: Node, the engine, text encodings, settings, the workspace, how fresh its lists are, and the disk.',
  arguments: {},
  options: {},
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [{ run: 'muster doctor', does: 'looks at everything and says what to do' }],
  exits: { 1: 'something is bad' },
  withoutSettings: true,
  run: async (context) => {
    const found = []
    for (const look of looks) found.push(...(await look(context)))
    await context.output.rows(['check', 'state', 'found', 'advice'], found)
    return found.some(({ state }) => state === 'bad') ? 1 : 0
  },
})
