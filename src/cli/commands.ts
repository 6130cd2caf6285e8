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
    name: 'init',
    summary: 'make a workspace',
    load: async () => (await import('./commands/init.ts')).command,
  },
  {
    name: 'lists update',
    summary: 'take official lists from a folder',
    load: async () => (await import('./commands/lists-update.ts')).command,
  },
  {
    name: 'lists status',
    summary: 'show which versions there are, and how fresh they are',
    load: async () => (await import('./commands/lists-status.ts')).command,
  },
  {
    name: 'lists diff',
    summary: 'show what changed between two versions',
    load: async () => (await import('./commands/lists-diff.ts')).command,
  },
  {
    name: 'demo',
    summary: 'show the main job on a made-up organisation',
    load: async () => (await import('./commands/demo.ts')).command,
  },
  {
    name: 'import',
    summary: 'take files of people, companies, vessels and wallets into the workspace',
    load: async () => (await import('./commands/import.ts')).command,
  },
  {
    name: 'check',
    summary: 'the main job: import, screen, open cases, write a report',
    load: async () => (await import('./commands/check.ts')).command,
  },
  {
    name: 'screen',
    summary: 'screen people, companies, vessels and wallets against official lists',
    load: async () => (await import('./commands/screen.ts')).command,
  },
  {
    name: 'compare',
    summary: 'explain how alike two names are',
    load: async () => (await import('./commands/compare.ts')).command,
  },
  {
    name: 'link',
    summary: 'find which records are of one person',
    load: async () => (await import('./commands/link.ts')).command,
  },
  {
    name: 'rings',
    summary: 'find accounts that one operator or ring runs, and say why',
    load: async () => (await import('./commands/rings.ts')).command,
  },
  {
    name: 'trace',
    summary: 'follow value from where it was stolen or paid to those who hold it',
    load: async () => (await import('./commands/trace.ts')).command,
  },
  {
    name: 'exposure',
    summary: 'tell by category where value of an address came from and went',
    load: async () => (await import('./commands/exposure.ts')).command,
  },
  {
    name: 'states',
    summary: 'show the status of states on a day, with its proof',
    load: async () => (await import('./commands/states.ts')).command,
  },
  {
    name: 'duties',
    summary: 'who owes what under the resolutions, by paragraph, or in a case',
    load: async () => (await import('./commands/duties.ts')).command,
  },
  {
    name: 'sql',
    summary: 'ask the workspace in SQL',
    load: async () => (await import('./commands/sql.ts')).command,
  },
  {
    name: 'config',
    summary: 'show every setting and where its value comes from',
    load: async () => (await import('./commands/config.ts')).command,
  },
  {
    name: 'doctor',
    summary: 'check that Muster can work here',
    load: async () => (await import('./commands/doctor.ts')).command,
  },
]
