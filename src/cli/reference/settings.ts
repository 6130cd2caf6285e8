import { envName, settingKeys, settings } from '../../config/index.ts'
import { code, page, table } from './markdown.ts'

/** `docs/settings.md` */
export const settingsPage = (): string =>
  page(
    '# Settings',
    '',
    'A value comes from a flag, else from the environment, else from `muster.toml` in the workspace, else',
    'it is the default. Any setting can be given as a flag: `--set KEY=VALUE`. `muster config` shows each',
    'value and where it comes from.',
    '',
    table(
      ['setting', 'default', 'flag', 'environment', 'value', 'meaning'],
      settingKeys.map((key) => {
        const { default: usual, flag, expects, doc } = settings[key]
        return [
          code(key),
          usual === undefined ? 'none' : code(String(usual)),
          flag ? code(flag) : '',
          code(envName(key)),
          expects,
          doc,
        ]
      }),
    ),
    'In `muster.toml`, the part before the dot is a table:',
    '',
    ['```toml', ...example(), '```', ''],
    `Not in the file: ${settingKeys.filter(notInFile).map(code).join(', ')}.`,
  )

const notInFile = (key: (typeof settingKeys)[number]): boolean => settings[key].inFile === false

const example = (): readonly string[] => {
  const keys = settingKeys.filter((key) => !notInFile(key))
  const tables = [...new Set(keys.map((key) => key.split('.')[0] as string))]
  return tables.flatMap((name) => [
    `[${name}]`,
    ...keys
      .filter((key) => key.startsWith(`${name}.`))
      .map((key) => `${key.slice(name.length + 1)} = ${settings[key].default}`),
  ])
}
