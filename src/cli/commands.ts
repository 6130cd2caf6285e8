import type { Command } from './command.ts'

/** A command as the overview knows it; the rest is loaded when it is asked for. */
export type CommandEntry = {
  readonly name: string
  readonly summary: string
  load(): Promise<Command>
}

/** Words that several commands begin with. */
export const groups: Readonly<Record<string, string>> = {
  lists: 'official lists: take, see and compare versions',
}

/** Every command, in the order in which a newcomer meets them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'config',
    summary: 'show every setting and where its value comes from',
    load: async () => (await import('./commands/config.ts')).command,
  },
]
