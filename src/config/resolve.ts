import { MusterError } from '../model/index.ts'
import { findNearest } from './nearest.ts'
import { envName, type SettingKey, type Settings, settingKeys, settings } from './settings.ts'

/** Where a value came from; `name` is the flag, the variable or the path of the file. */
export type Origin = {
  readonly kind: 'flag' | 'environment' | 'file' | 'default'
  readonly name: string
}

/** What was given, as it was given: flags by setting key, the environment, keys of `muster.toml`. */
export type GivenSettings = {
  readonly flags?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly file?: { readonly path: string; readonly values: Readonly<Record<string, unknown>> }
}

export type Resolved = {
  readonly values: Settings
  readonly origins: Readonly<Record<SettingKey, Origin>>
}

/** Flags before environment before file before default; `setting-invalid` says which value is wrong. */
export const resolveSettings = (given: GivenSettings): Resolved => {
  refuseUnknown(given)
  const values: Record<string, unknown> = {}
  const origins: Record<string, Origin> = {}
  for (const key of settingKeys) {
    const { raw, origin } = findGiven(key, given)
    values[key] = origin.kind === 'default' ? raw : parseValue(key, raw, origin)
    origins[key] = origin
  }
  return { values: values as Settings, origins: origins as Record<SettingKey, Origin> }
}

const findGiven = (
  key: SettingKey,
  { flags, env, file }: GivenSettings,
): { readonly raw: unknown; readonly origin: Origin } => {
  const row = settings[key]
  const flag = flags?.[key]
  if (flag !== undefined)
    return { raw: flag, origin: { kind: 'flag', name: row.flag ?? `--set ${key}` } }
  const variable = env?.[envName(key)]
  if (variable !== undefined && variable !== '')
    return { raw: variable, origin: { kind: 'environment', name: envName(key) } }
  const inFile = file?.values[key]
  if (file && inFile !== undefined)
    return { raw: inFile, origin: { kind: 'file', name: file.path } }
  return { raw: row.default, origin: { kind: 'default', name: '' } }
}

const parseValue = (key: SettingKey, raw: unknown, origin: Origin): unknown => {
  const row = settings[key]
  const parsed = row.type.safeParse(raw)
  if (parsed.success) return parsed.data
  const shown = typeof raw === 'string' ? raw : JSON.stringify(raw)
  throw new MusterError(
    'setting-invalid',
    `the setting ${key} is "${shown}", from ${origin.name}, but must be ${row.expects}`,
  )
}

const refuseUnknown = ({ flags = {}, file }: GivenSettings): void => {
  for (const key of Object.keys(flags)) {
    if (!isSetting(key)) throw noSetting(`--set ${key}`, key)
  }
  for (const key of Object.keys(file?.values ?? {})) {
    if (!isSetting(key)) throw noSetting(`${file?.path}: ${key}`, key)
    const { inFile, flag } = settings[key]
    if (inFile === false)
      throw new MusterError('setting-invalid', `${file?.path}: ${key} cannot be set in a file`, {
        hint: `Use ${flag ?? `--set ${key}`} or ${envName(key)} instead.`,
      })
  }
}

const isSetting = (key: string): key is SettingKey => Object.hasOwn(settings, key)

const noSetting = (where: string, key: string): MusterError => {
  const near = findNearest(key, settingKeys)
  const hint = near ? { hint: `Did you mean ${near}?` } : {}
  return new MusterError('setting-invalid', `${where} is no setting`, hint)
}
