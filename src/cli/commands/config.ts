import { envName, findNearest, type SettingKey, settingKeys, settings } from '../../config/index.ts'
import { MusterError } from '../../model/index.ts'
import { type Command, defineCommand } from '../command.ts'

/** `muster config` */
export const command: Command = defineCommand({
  name: 'config',
  about:
    'Shows every setting, its value and where that comes from. A flag goes before the environment, the environment before muster.toml in the workspace, and that before the default.',
  arguments: {
    key: { many: true, doc: 'only these settings' },
  },
  options: {},
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    { run: 'muster config', does: 'shows all settings' },
    {
      run: 'MUSTER_LISTS_STALE_DAYS=10 muster config lists.stale-days',
      does: 'shows one setting, here taken from the environment',
    },
  ],
  run: async ({ output, resolved }, { key }) => {
    const rows = (key.length > 0 ? key.map(toSettingKey) : settingKeys).map((setting) => ({
      setting,
      value: resolved.values[setting] ?? null,
      origin: resolved.origins[setting].kind,
      from: resolved.origins[setting].name,
      variable: envName(setting),
      about: settings[setting].doc,
    }))
    await output.rows(['setting', 'value', 'origin', 'from', 'variable'], rows)
    return 0
  },
})

const toSettingKey = (text: string): SettingKey => {
  const found = settingKeys.find((key) => key === text)
  if (found) return found
  const near = findNearest(text, settingKeys)
  throw new MusterError(
    'setting-invalid',
    `${text} is no setting`,
    near ? { hint: `Did you mean ${near}?` } : {},
  )
}
