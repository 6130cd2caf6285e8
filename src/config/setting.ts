import * as z from 'zod/mini'

/** One row of the settings table. */
export type Setting<T> = {
  readonly type: z.ZodMiniType<T>
  readonly default: T
  /** What a valid value is, as an error says it: `a whole number of days, 1 or more`. */
  readonly expects: string
  readonly doc: string
  /** The command-line option that sets it, where there is one besides `--set`. */
  readonly flag?: string
  /** False where `muster.toml` cannot set it, because the file is found by it or outlives it. */
  readonly inFile?: false
}

/** A number, or text that is nothing but one: the environment and flags only have text. */
const numeric: z.ZodMiniType<number> = z.union([
  z.number(),
  z.pipe(
    z.string().check(z.regex(/^[+-]?\d+(\.\d+)?$/)),
    z.transform((text: string) => Number(text)),
  ),
])

/** A whole number of at least `least`. */
export const wholeNumber = (least: number): z.ZodMiniType<number> =>
  z.pipe(numeric, z.int().check(z.minimum(least)))

/** A number between two bounds, both included. */
export const numberBetween = (least: number, most: number): z.ZodMiniType<number> =>
  z.pipe(numeric, z.number().check(z.minimum(least), z.maximum(most)))

/** Three letters, as capitals. Whether a state has the code is for those to tell who know states. */
export const stateCode: z.ZodMiniType<string> = z.pipe(
  z.string().check(z.regex(/^[A-Za-z]{3}$/)),
  z.transform((text: string) => text.toUpperCase()),
)

/** An ISO 8601 date or instant, as an instant in UTC. */
export const instant: z.ZodMiniType<string> = z.pipe(
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/),
    z.refine((text) => isRealDay(text) && !Number.isNaN(Date.parse(text))),
  ),
  z.transform((text: string) => new Date(text).toISOString()),
)

/** `Date.parse` takes 30 February for 1 March; a typing error must not move the clock. */
const isRealDay = (text: string): boolean => {
  const day = text.slice(0, 10)
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}
