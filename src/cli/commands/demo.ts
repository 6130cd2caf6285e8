import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Checked } from '../../check.ts'
import { MusterError } from '../../model/index.ts'
import { createWorkspace, markerName, openWorkspace, sourcesOf } from '../../workspace/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { writeExample } from '../example-files.ts'
import { examplePath } from '../shipped.ts'
import { runCheck } from './check.ts'

/** Accounts of the example platform where nothing else is asked for. */
const usualAccounts = 5000

/** Files of the platform that a check takes in; the rest is for other commands and for the reader. */
const checkedFiles = [
  'accounts.csv',
  'observations.csv',
  'intermediaries.csv',
  'vpn-networks.txt',
  'mobile-networks.txt',
  'transfers.csv',
  'payments.xml',
  'labels.csv',
]

/** `muster demo` */
export const command: Command = defineCommand({
  name: 'demo',
  about:
    'Shows the main job on made-up data: makes a workspace with an example organisation, which is a freelance platform with planted rings of accounts, and its suppliers, ships and payees; checks it against the starter list, looks for rings, and opens the report on them.',
  arguments: {
    dir: { doc: 'folder of the example (default: muster-demo in this folder)' },
  },
  options: {
    'no-open': { doc: 'do not open the report in a browser' },
    accounts: {
      value: 'N',
      doc: `how many accounts the platform has (default: ${usualAccounts})`,
    },
    seed: { value: 'N', doc: 'another seed makes another platform (default: 1)' },
  },
  formats: ['table', 'json'],
  examples: [
    { run: 'muster demo', does: 'makes muster-demo, checks it and opens the report on its rings' },
    {
      run: 'muster demo bigger --accounts 20000 --seed 7',
      does: 'makes a larger platform with other rings in the folder bigger',
    },
  ],
  run: async (context, { dir, 'no-open': closed, accounts, seed }) => {
    const asked = {
      accounts: usualAccounts,
      ...readCount('accounts', accounts),
      ...readCount('seed', seed),
    }
    const folder = resolve(context.folder, dir ?? 'muster-demo')
    if (!existsSync(join(folder, markerName))) await (await createWorkspace(folder)).close()
    const subjects = join(folder, 'subjects.csv')
    await copyFile(examplePath('subjects.csv'), subjects)
    context.tell.say(`an example organisation is in ${folder}; everybody in it is made up`)
    await makePlatform(context, folder, asked)
    let found: Checked | undefined
    await runCheck(
      { ...context, workspace: folder },
      {
        paths: [subjects, ...checkedFiles.map((name) => join(folder, name))],
        assets: join(folder, 'assets.csv'),
        map: undefined,
        encoding: undefined,
        onChecked: (checked) => {
          found = checked
        },
      },
    )
    const rings = found ? rankedRings(found) : []
    for (const line of rings) context.tell.say(line.says)
    context.tell.say(
      'next: muster check YOUR-ACCOUNTS.csv YOUR-OBSERVATIONS.csv --lists FOLDER-OF-OFFICIAL-LISTS',
    )
    const report = pathToFileURL(join(folder, 'muster-report.html')).href
    if (context.output.width < Number.POSITIVE_INFINITY && !closed && !context.env.CI)
      openInBrowser(rings[0] ? `${report}#case-${rings[0].rank}` : report)
    return 0
  },
})

/** Writes the files of a platform with planted rings. Error: `usage` where the workspace holds another one. */
const makePlatform = async (
  context: Context,
  folder: string,
  asked: { readonly [option: string]: number },
): Promise<void> => {
  const { tell, temporaries } = context
  tell.say(
    'making a freelance platform with planted rings; truth.csv tells who runs what, truth-money.csv where their money went',
  )
  // Beside, until it is known that the folder holds no other example.
  const made = await temporaries.makeFolder()
  await writeExample(made, asked, {
    temporaries,
    onFile: (name, rows) => tell.say(`${name}: ${rows} rows`),
  })
  const path = join(folder, 'accounts.csv')
  const sha256 = await (await context.open(join(made, 'accounts.csv'))).sha256()
  const workspace = await openWorkspace(folder, { readOnly: true })
  try {
    for await (const source of sourcesOf(workspace))
      if (source.path === path && source.sha256 !== sha256)
        throw new MusterError('usage', `${folder} holds the example of another size or seed`, {
          hint: 'Name another folder: muster demo DIR',
        })
  } finally {
    await workspace.close()
  }
  for (const name of await readdir(made)) await copyFile(join(made, name), join(folder, name))
}

/** The rings that have a case, each with what it shares, in the order of the report. */
const rankedRings = ({
  cases,
  rings,
}: Checked): readonly { readonly rank: number; readonly says: string }[] =>
  cases.flatMap(({ priority: { rank }, title, subjects: [subject] }) => {
    const ring = subject && rings.get(subject)
    if (!ring) return []
    const { bits, low, high, values, channels } = ring
    const [at, from, to] = [bits, low, high].map((each) => each.toFixed(1))
    return [
      {
        rank,
        says: `case ${rank}: ${title}, ${at} bits (${from} to ${to}), ${values.length} shared values over ${channels.join(', ')}`,
      },
    ]
  })

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
const openInBrowser = (page: string): void => {
  const [program = 'xdg-open', ...words] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...words, page], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}
