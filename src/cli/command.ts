import type { SettingKey } from '../config/index.ts'
import type { Context } from './context.ts'
import type { Format } from './output/output.ts'

/** A word that follows the command's name. `many` takes all that follow. */
export type Argument = {
  readonly doc: string
  readonly needed?: boolean
  readonly many?: boolean
}

/** `--key`, or `--key <VALUE>` where it takes one. With a `setting`, its value lands in the settings. */
export type Option = {
  readonly doc: string
  readonly value?: string
  readonly short?: string
  readonly needed?: boolean
  readonly repeat?: boolean
  readonly choices?: readonly string[]
  readonly setting?: SettingKey
}

/** A line a reader can copy, and what it does. */
export type Example = { readonly run: string; readonly does: string }

type Arguments = Readonly<Record<string, Argument>>
type Options = Readonly<Record<string, Option>>

type GivenArguments<A extends Arguments> = {
  readonly [K in keyof A]: A[K] extends { readonly many: true }
    ? readonly string[]
    : A[K] extends { readonly needed: true }
      ? string
      : string | undefined
}

type GivenOptions<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly repeat: true }
    ? readonly string[]
    : O[K] extends { readonly value: string }
      ? O[K] extends { readonly needed: true }
        ? string
        : string | undefined
      : boolean
}

/** What was typed, by the keys of the command's own tables. */
export type Given<
  A extends Arguments = Arguments,
  O extends Options = Options,
> = GivenArguments<A> & GivenOptions<O>

/** A command is data: the parser, its help and the reference page are made from it. */
export type Command<A extends Arguments = Arguments, O extends Options = Options> = {
  /** As typed: `lists update`. */
  readonly name: string
  /** What it does, for a reader who has never used it. */
  readonly about: string
  readonly arguments: A
  readonly options: O
  /** Formats of the answer, `--format` and `-o` with them; empty where the answer is only narrated. */
  readonly formats: readonly Format[]
  readonly examples: readonly Example[]
  /** Exit codes with a meaning of their own. */
  readonly exits?: Readonly<Record<number, string>>
  /** Runs also where the settings cannot be read: it is the one that says what is wrong with them. */
  readonly withoutSettings?: true
  /** Does the work; gives an exit code other than 0 where that is part of the answer. */
  run(context: Context, given: Given<A, O>): Promise<number | undefined>
}

/** Lets the types of arguments and options be known inside `run`. */
export const defineCommand = <const A extends Arguments, const O extends Options>(
  command: Command<A, O>,
): Command => command as unknown as Command

/** `<FILE...>` or `[FILE]`, as help shows an argument. */
export const showArgument = (key: string, { needed, many }: Argument): string => {
  const name = `${key.toUpperCase()}${many ? '...' : ''}`
  return needed ? `<${name}>` : `[${name}]`
}

/** `-o, --output <FILE>`, as help shows an option. */
export const showOption = (key: string, { short, value }: Option): string =>
  `${short ? `-${short}, ` : ''}--${key}${value ? ` <${value}>` : ''}`
