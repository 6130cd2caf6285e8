import { commands } from './commands.ts'
import { commandsPage } from './reference/commands.ts'
import { errorsPage } from './reference/errors.ts'
import { flagsPage } from './reference/flags.ts'
import { patternsPage } from './reference/patterns.ts'
import { settingsPage } from './reference/settings.ts'

/** The pages that are made from the program: path in the project to text. */
export const referencePages = async (): Promise<Readonly<Record<string, string>>> => ({
  'docs/account-flags.md': flagsPage(),
  'docs/commands.md': await commandsPage(commands),
  'docs/errors.md': errorsPage(),
  'docs/patterns.md': patternsPage(),
  'docs/settings.md': settingsPage(),
})
