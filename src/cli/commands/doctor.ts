import { type Command, defineCommand } from '../command.ts'
import type { Look } from '../doctor/check.ts'
import { lookAtDisk, lookAtEncodings, lookAtEngine, lookAtNode } from '../doctor/machine.ts'
import { lookAtSettings, lookAtWorkspace } from '../doctor/setup.ts'

/** In the order in which one would look. */
const looks: readonly Look[] = [
  lookAtNode,
  lookAtEngine,
  lookAtEncodings,
  lookAtSettings,
  lookAtWorkspace,
  lookAtDisk,
]

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
