import { parse } from 'smol-toml'
import { MusterError } from '../model/index.ts'

/** The keys of a `muster.toml`, tables joined by dots: `[lists] stale-days = 30` is `lists.stale-days`. */
export const parseSettingsFile = (text: string, path: string): Record<string, unknown> => {
  try {
    return Object.fromEntries(flatten(parse(text), ''))
  } catch (cause) {
    const [what = ''] = (cause as Error).message.split('\n')
    throw new MusterError('setting-invalid', `${path} is not valid TOML: ${what}`, {
      hint: 'Correct the line, or empty the file: every setting has a default.',
      cause,
    })
  }
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const flatten = (table: Record<string, unknown>, prefix: string): [string, unknown][] =>
  Object.entries(table).flatMap(([key, value]): [string, unknown][] =>
    isTable(value) ? flatten(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  )
