import { CommanderError } from 'commander'
import { MusterError } from '../model/index.ts'

const shownInFull = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version'])

/** Exit code of a run that ended with help or the version; undefined where it went on. */
export const findHelpExit = (thrown: unknown): number | undefined => {
  if (!(thrown instanceof CommanderError) || !shownInFull.has(thrown.code)) return undefined
  return thrown.exitCode === 0 ? 0 : 2
}

/** What the parser did not understand, in Muster's words: `commander` says it on two lines. */
export const toUsageError = (thrown: unknown, typed: string): unknown => {
  if (!(thrown instanceof CommanderError)) return thrown
  const [what = '', suggestion = ''] = thrown.message.replace(/^error: /, '').split('\n')
  const meant = /^\(Did you mean (.+)\?\)$/.exec(suggestion)?.[1]
  const help = `${typed} --help`
  const ask = thrown.code === 'commander.unknownCommand' ? 'See all commands' : 'See its arguments'
  return new MusterError('usage', what, {
    hint: meant ? `Did you mean ${meant}? See also: ${help}` : `${ask} with: ${help}`,
  })
}
