import { InvalidArgumentError, Command as Parser, Option as ParserOption } from 'commander'
import own from '../../package.json' with { type: 'json' }
import { type Command, type Given, type Option, showArgument, showOption } from './command.ts'
import { type CommandEntry, commands, groups } from './commands.ts'
import { helpAfter, overview } from './help.ts'
import { answerOptions, sharedOptions } from './shared-options.ts'

/** What the parser found out: which command, with what. */
export type Parsed = {
  readonly command: Command
  readonly given: Given
  /** Options that every command has, and those of the answer. */
  readonly shared: Readonly<Record<string, unknown>>
}

export type ProgramOptions = {
  /** Takes help and version texts. */
  write(text: string): void
  /** Takes help that is given because something is missing. */
  writeError(text: string): void
  /** Columns that help may take. */
  readonly width: number
  run(parsed: Parsed): Promise<void>
}

export type Program = {
  parse(words: readonly string[]): Promise<void>
  /** The command as far as it was understood, for hints: `muster lists`. */
  typed(): string
}

/**
 * The parser, built from the command table. A command's file is loaded when its name has been read,
 * so that help and quick commands do not pay for the others.
 */
export const makeProgram = (
  options: ProgramOptions,
  table: readonly CommandEntry[] = commands,
): Program => {
  let typed = 'muster'
  const program = new Parser('muster')
    .description(own.description)
    .version(own.version, '--version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: options.write,
      writeErr: options.writeError,
      outputError: () => undefined,
      getOutHelpWidth: () => options.width,
      getErrHelpWidth: () => options.width,
    })
    .configureHelp({ showGlobalOptions: true, optionDescription: (option) => option.description })
    .usage('<command> [options]')
    .addHelpText('after', overview)
  for (const [key, option] of Object.entries(sharedOptions))
    program.addOption(toOption(key, option))
  const entries = new Map<Parser, CommandEntry>()
  const parents = new Map<string, Parser>([['', program]])
  const loadFirst = async (_: Parser, chosen: Parser): Promise<void> => {
    typed = `${typed} ${chosen.name()}`
    const entry = entries.get(chosen)
    if (entry) fill(chosen, await entry.load(), options.run)
  }
  program.hook('preSubcommand', loadFirst)
  for (const entry of table) {
    const words = entry.name.split(' ')
    const last = words.pop() as string
    const group = words.join(' ')
    const parent = parents.get(group) ?? program.command(group).description(groups[group] ?? '')
    if (!parents.has(group)) parent.hook('preSubcommand', loadFirst)
    parents.set(group, parent)
    entries.set(parent.command(last).description(entry.summary), entry)
  }
  return {
    parse: async (words) => {
      await program.parseAsync(words, { from: 'user' })
    },
    typed: () => typed,
  }
}

const fill = (parser: Parser, command: Command, run: ProgramOptions['run']): void => {
  const answer = answerOptions(command.formats)
  parser.description(command.about)
  for (const [key, argument] of Object.entries(command.arguments))
    parser.argument(showArgument(key, argument), argument.doc)
  const options = { ...command.options, ...answer }
  for (const [key, option] of Object.entries(options)) parser.addOption(toOption(key, option))
  parser.addHelpText('after', helpAfter(command))
  parser.action(async () => {
    const words = Object.keys(command.arguments).map((key, i) => [key, parser.processedArgs[i]])
    await run({
      command,
      given: { ...readOptions(parser, command.options), ...Object.fromEntries(words) } as Given,
      shared: readOptions(parser, { ...answer, ...sharedOptions }),
    })
  })
}

const toOption = (key: string, option: Option): ParserOption => {
  const made = new ParserOption(showOption(key, option), option.doc)
  if (option.choices) made.choices(option.choices)
  if (option.needed) made.makeOptionMandatory()
  if (option.repeat) made.argParser((text: string, before) => gather(option, text, before))
  return made
}

/** Gathers the values of an option that may be repeated, each one of its choices. */
const gather = ({ choices }: Option, text: string, before: unknown): readonly string[] => {
  if (choices && !choices.includes(text))
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
  return [...((before ?? []) as readonly string[]), text]
}

/** Values by the key of the table, where commander has made `minBits` of `min-bits`. */
const readOptions = (
  parser: Parser,
  options: Readonly<Record<string, Option>>,
): Readonly<Record<string, unknown>> => {
  const values = parser.optsWithGlobals()
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => {
      const made = new ParserOption(showOption(key, option))
      const value = values[made.attributeName()]
      // Of `--no-open`, commander makes `open`: false where it was given, else true or a value.
      if (made.negate) return [key, value === false]
      return [
        key,
        value === undefined || (option.value && value === false) ? absent(option) : value,
      ]
    }),
  )
}

/** What stands for an option that was not given. */
const absent = ({ repeat, value }: Option): unknown => {
  if (repeat) return []
  return value === undefined ? false : undefined
}
