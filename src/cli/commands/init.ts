import { resolve } from 'node:path'
import { createWorkspace } from '../../workspace/index.ts'
import { type Command, defineCommand } from '../command.ts'

/** `muster init` */
export const command: Command = defineCommand({
  name: 'init',
  about:
    'Makes a workspace: a folder that keeps lists, records, findings and cases, and who said what and when. Commands that run inside it, or in a folder below, find it by themselves.',
  arguments: {
    dir: { doc: 'the folder, made where there is none (default: the one you are in)' },
  },
  options: {},
  formats: [],
  examples: [
    { run: 'muster init evidence', does: 'makes a workspace in the folder evidence' },
    { run: 'muster init', does: 'makes the folder that you are in a workspace' },
  ],
  run: async ({ folder, settings, tell }, { dir }) => {
    const path = resolve(folder, dir ?? settings.workspace ?? '.')
    const workspace = await createWorkspace(path)
    await workspace.close()
    tell.say(`made a workspace in ${path}`)
    tell.say('next: muster lists update --from DIR, where DIR holds the official lists')
    return 0
  },
})
