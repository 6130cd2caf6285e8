import type { Option } from './command.ts'
import type { Format } from './output/output.ts'

/** Options that every command takes, before its name or after it. */
export const sharedOptions: Readonly<Record<'workspace' | 'set' | 'quiet' | 'verbose', Option>> = {
  workspace: {
    value: 'DIR',
    doc: 'the workspace (default: MUSTER_WORKSPACE, else the nearest parent folder with muster.toml)',
    setting: 'workspace',
  },
  set: {
    value: 'KEY=VALUE',
    repeat: true,
    doc: 'set any setting for this run; muster config lists them',
  },
  quiet: { short: 'q', doc: 'no narration; warnings and errors stay' },
  verbose: { short: 'v', doc: 'more narration, and the stack of an error' },
}

/** Options of commands that have an answer to write. */
export const answerOptions = (formats: readonly Format[]): Readonly<Record<string, Option>> =>
  formats.length === 0
    ? {}
    : {
        format: {
          value: 'FORMAT',
          choices: formats,
          doc: `${formats.join(', ')} (default: ${describeDefault(formats)})`,
        },
        output: {
          value: 'FILE',
          short: 'o',
          doc: 'write the answer to a file, whole or not at all; its ending tells the format',
        },
      }

const describeDefault = (formats: readonly Format[]): string => {
  const forPrograms = formats.includes('jsonl') ? 'jsonl' : 'json'
  if (!formats.includes('table'))
    return formats.includes(forPrograms) ? forPrograms : `${formats[0]}`
  return formats.includes(forPrograms) ? `table on a terminal, ${forPrograms} in a pipe` : 'table'
}
