import { type Command, type Option, showArgument, showOption } from '../command.ts'
import type { CommandEntry } from '../commands.ts'
import { answerOptions, sharedOptions } from '../shared-options.ts'
import { code, page, table } from './markdown.ts'

/** `docs/commands.md` */
export const commandsPage = async (entries: readonly CommandEntry[]): Promise<string> => {
  const commands = await Promise.all(entries.map((entry) => entry.load()))
  return page(
    '# Commands',
    '',
    'Answers go to standard output, narration, progress and errors to standard error. `-` as a file is',
    'standard input. An answer goes to a terminal as a table and into a pipe as JSON lines, or as one',
    'JSON value where it is no list; `--format` and the ending of the file after `-o` say otherwise.',
    'A file after `-o` is written whole or not at all.',
    '',
    'CSV follows RFC 4180, with lines that end in LF. Cells are written as they are, also where a',
    'spreadsheet would take one for a formula (`=`, `+`, `-`, `@`): import such a file as text. In JSON,',
    'an integer beyond 2^53 is a string, so that no program rounds it.',
    '',
    table(
      ['command', 'does'],
      entries.map(({ name, summary }) => [link(name), summary]),
    ),
    ['## Options of every command', ''],
    optionTable(sharedOptions),
    ['## Exit codes', ''],
    table(['code', 'means'], exitCodes),
    commands.flatMap(describe),
  )
}

const exitCodes: readonly (readonly string[])[] = [
  ['0', 'done'],
  ['1', 'failed'],
  ['2', 'the command, a setting or the name of a file was not understood'],
  ['3', 'there are findings (only with `--fail-on findings`)'],
  ['4', 'a list is stale or missing (only `lists status` and `--fail-on stale`)'],
  ['130', 'stopped with Ctrl-C'],
]

const link = (name: string): string => `[\`muster ${name}\`](#muster-${name.replaceAll(' ', '-')})`

const describe = (command: Command): readonly string[] => {
  const words = Object.entries(command.arguments)
  const usage = [
    'muster',
    command.name,
    '[options]',
    ...words.map(([key, each]) => showArgument(key, each)),
  ]
  const options = { ...command.options, ...answerOptions(command.formats) }
  const exits = Object.entries(command.exits ?? {}).map(([exit, when]) => [exit, when])
  return [
    `## muster ${command.name}`,
    '',
    command.about,
    '',
    ...fenced([usage.join(' ')]),
    ...table(
      ['argument', 'meaning'],
      words.map(([key, each]) => [code(showArgument(key, each)), each.doc]),
    ),
    ...optionTable(options),
    ...table(['exit code', 'means here'], exits),
    ...fenced(command.examples.flatMap(({ run, does }) => [`# ${does}`, run])),
  ]
}

const fenced = (lines: readonly string[]): readonly string[] => ['```sh', ...lines, '```', '']

const optionTable = (options: Readonly<Record<string, Option>>): readonly string[] =>
  table(
    ['option', 'meaning'],
    Object.entries(options).map(([key, option]) => [code(showOption(key, option)), option.doc]),
  )
