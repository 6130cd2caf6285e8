import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MusterError } from '../../model/index.ts'
import { createWorkspace, markerName } from '../../workspace/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { writeExample } from '../example-files.ts'
import { examplePath } from '../shipped.ts'
import { runCheck } from './check.ts'

/** `muster demo` */
export const command: Command = defineCommand({
  name: 'demo',
  about:
    'Shows the main job on made-up data: makes a workspace with an example organisation (applicants, suppliers, ships, payees), checks it against the starter list, and opens the report.',
  arguments: {
    dir: { doc: 'folder of the example (default: muster-demo in this folder)' },
  },
  options: {
    'no-open': { doc: 'do not open the report in a browser' },
    accounts: {
      value: 'N',
      doc: 'also make a freelance platform of N accounts with planted rings: accounts, observations, transfers, labels, intermediaries and the truth',
    },
    seed: { value: 'N', doc: 'another seed makes another platform (default: 1)' },
  },
  formats: ['table', 'json'],
  examples: [
    { run: 'muster demo', does: 'makes muster-demo, checks it and opens the report' },
    {
      run: 'muster demo --accounts 5000',
      does: 'makes a platform of 5,000 accounts in muster-demo as well',
    },
  ],
  run: async (context, { dir, 'no-open': closed, accounts, seed }) => {
    const asked = { ...readCount('accounts', accounts), ...readCount('seed', seed) }
    const folder = resolve(context.folder, dir ?? 'muster-demo')
    if (!existsSync(join(folder, markerName))) await (await createWorkspace(folder)).close()
    const subjects = join(folder, 'subjects.csv')
    await copyFile(examplePath('subjects.csv'), subjects)
    context.tell.say(`an example organisation is in ${folder}; everybody in it is made up`)
    if (Object.keys(asked).length > 0) await makePlatform(context, folder, asked)
    await runCheck(
      { ...context, workspace: folder },
      { paths: [subjects], map: undefined, encoding: undefined },
    )
    const report = join(folder, 'muster-report.html')
    context.tell.say(`next: muster check YOUR-FILE.csv --lists FOLDER-OF-OFFICIAL-LISTS`)
    if (context.output.width < Number.POSITIVE_INFINITY && !closed && !context.env.CI)
      openInBrowser(report)
    return 0
  },
})

/** Writes the files of a platform with planted rings, and says how to look for them. */
const makePlatform = async (
  { tell, temporaries }: Context,
  folder: string,
  asked: { readonly [option: string]: number },
): Promise<void> => {
  tell.say('making a platform with planted rings')
  await writeExample(folder, asked, {
    temporaries,
    onFile: (name, rows) => tell.say(`${name}: ${rows} rows`),
  })
  const [accounts, seen] = ['accounts.csv', 'observations.csv'].map((name) => join(folder, name))
  tell.say(`next: muster rings ${accounts} --observations ${seen}`)
}

/** What was asked for, a whole number above 0, by the option's name. Error: `usage`. */
const readCount = (
  option: 'accounts' | 'seed',
  text: string | undefined,
): { readonly [option: string]: number } => {
  if (text === undefined) return {}
  const count = Number(text)
  if (/^\d+$/.test(text) && count > 0 && count < 2 ** 31) return { [option]: count }
  throw new MusterError('usage', `--${option} ${text} is no whole number above 0`)
}

const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Asks the desktop to show a page. Where there is none the path that was printed has to do. */
const openInBrowser = (path: string): void => {
  const [program = 'xdg-open', ...words] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...words, pathToFileURL(path).href], {
    detached: true,
    stdio: 'ignore',
  })
  child.on('error', () => undefined)
  child.unref()
}
