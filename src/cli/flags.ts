import { MusterError } from '../model/index.ts'
import type { Option } from './command.ts'
import type { Parsed } from './program.ts'
import { sharedOptions } from './shared-options.ts'

/** Settings that were given on the command line: by `--set`, or by an option of their own. */
export const readFlags = ({ command, given, shared }: Parsed): Record<string, string> => {
  const pairs = (shared.set as readonly string[]).map((pair): [string, string] => {
    const at = pair.indexOf('=')
    if (at < 1)
      throw new MusterError('usage', `--set ${pair} is not of the form KEY=VALUE`, {
        hint: 'For example: --set lists.stale-days=10',
      })
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
  const options: readonly (readonly [string, Option])[] = [
    ...Object.entries(sharedOptions),
    ...Object.entries(command.options),
  ]
  const own = options.flatMap(([key, { setting }]): [string, string][] => {
    const value = shared[key] ?? given[key]
    return setting && value !== undefined ? [[setting, String(value)]] : []
  })
  return Object.fromEntries([...pairs, ...own])
}
