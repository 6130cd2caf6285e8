import { join, resolve } from 'node:path'
import { type Checked, check } from '../../check.ts'
import { type ListId, starterPath, updateLists } from '../../lists/index.ts'
import { MusterError, type Source } from '../../model/index.ts'
import { findMemberState } from '../../obligations/index.ts'
import { renderReport } from '../../report/index.ts'
import {
  openTemporaryWorkspace,
  rejectedOf,
  sourcesOf,
  type Workspace,
} from '../../workspace/index.ts'
import { toCheckAnswer, toCheckRows } from '../check-answer.ts'
import { numbers, toReport } from '../check-report.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { flowOptions } from '../flow-options.ts'
import { importPaths } from '../import-paths.ts'
import { tellVerdicts } from '../list-verdicts.ts'
import { exitCode, failOption, starterWarning } from '../lists-used.ts'
import { openFileSink } from '../output/file-sink.ts'
import { type GivenKnown, knownOptions, readKnown } from '../platform.ts'
import { type GivenSubjects, subjectOptions } from '../subjects.ts'
import type { Progress } from '../terminal/progress.ts'
import { showTouched } from '../touched-text.ts'
import { readAssets } from '../transfers.ts'
import { readValueKey } from '../value-hash.ts'
import { openOrMake } from '../workspace.ts'

/** `muster check` */
export const command: Command = defineCommand({
  name: 'check',
  about:
    'The main job: imports what is given, asks who is on a list, who must act because of it; where accounts were observed, which of them one operator runs; where transfers are held, where the money of rings went, and which addresses value of thefts or of designated owners came to, with links across mixers and services and patterns of laundering beside it; opens a case for everybody and every ring that something was found about, ranks the cases and writes a report. Without a path it asks again about all that the workspace holds.',
  arguments: {
    path: {
      many: true,
      doc: 'files of subjects, observations, transfers, labels of addresses or lists; - is standard input',
    },
  },
  options: {
    lists: {
      value: 'DIR',
      doc: 'take the lists of a folder first (default: those of the workspace)',
    },
    as: {
      value: 'KIND',
      choices: ['subjects', 'list'],
      doc: 'what the files are (default: told by their content)',
    },
    ...subjectOptions,
    ...knownOptions,
    assets: flowOptions.assets,
    'min-bits': {
      value: 'BITS',
      doc: 'least evidence, before the prior, that makes a finding',
      setting: 'screen.min-bits',
    },
    limit: { value: 'N', doc: 'most findings for one subject', setting: 'screen.limit' },
    report: {
      value: 'FILE',
      doc: 'where the report is written (default: muster-report.html in the workspace, else in this folder)',
    },
    'no-report': { doc: 'write no report' },
    'show-values': {
      doc: 'show what accounts of a ring share in full in the report; JSON always holds it',
    },
    'fail-on': failOption,
  },
  formats: ['table', 'json', 'html'],
  examples: [
    { run: 'muster check people.csv', does: 'checks a file and writes muster-report.html' },
    {
      run: 'muster check accounts.csv observations.csv agencies.csv',
      does: 'also looks for rings among accounts; agencies and networks of your own are told by their columns or names',
    },
    {
      run: 'muster check accounts.csv observations.csv transfers.csv payments.xml labels.csv',
      does: 'also follows money: where that of rings ended, and what came from thefts or designated owners',
    },
    {
      run: 'muster check people.csv --lists ./lists --format json -o cases.json',
      does: 'writes the cases with all their evidence for a program',
    },
  ],
  exits: {
    3: 'with --fail-on findings: a case was opened',
    4: 'with --fail-on stale: a list is stale or missing',
  },
  run: (context, given) => runCheck(context, { ...given, paths: given.path }),
})

/** What a check is told. */
type Checking = GivenSubjects &
  Partial<GivenKnown> & {
    readonly paths: readonly string[]
    readonly lists?: string | undefined
    readonly as?: string | undefined
    readonly report?: string | undefined
    readonly 'no-report'?: boolean
    readonly 'show-values'?: boolean
    readonly 'fail-on'?: readonly string[]
    readonly assets?: string | undefined
    /** Told what was found, before it is answered. */
    readonly onChecked?: (checked: Checked) => void
  }

/** Imports, checks and answers; gives the exit code. */
export const runCheck = async (context: Context, checking: Checking): Promise<number> => {
  const workspace = await openForCheck(context)
  try {
    const { paths, lists, as, map, encoding } = checking
    if (lists !== undefined) await takeLists(context, workspace, lists)
    await importPaths(context, workspace, { paths, as, map, encoding })
    const warnings = await orStarter(context, workspace)
    const checked = await checkWithProgress(context, workspace, checking)
    checking.onChecked?.(checked)
    await answer(context, {
      workspace,
      checked,
      warnings,
      report: reportPath(context, checking),
      open: checking['show-values'] ?? false,
    })
    return exitCode(context, checking['fail-on'] ?? [], {
      found: checked.cases.length > 0,
      lists: checked.lists.map(({ list, date }) => ({ id: list as ListId, date })),
    })
  } finally {
    await workspace.close()
  }
}

const openForCheck = async (context: Context): Promise<Workspace> => {
  if (context.workspace) return openOrMake(context)
  context.tell.say(
    'no workspace here: a temporary one is used and removed; keep one with muster init',
  )
  const workspace = await openTemporaryWorkspace()
  // Ctrl-C ends the run before it can close what it has opened.
  context.temporaries.add(workspace.dir)
  return workspace
}

const takeLists = async (context: Context, workspace: Workspace, dir: string): Promise<void> => {
  const { verdicts } = await updateLists(workspace, resolve(context.folder, dir), {
    now: context.clock(),
    shrink: context.settings['lists.shrink'],
  })
  tellVerdicts(context.tell, verdicts)
}

/** Takes the starter list where the workspace has no list; gives the warnings that the report repeats. */
const orStarter = async (context: Context, workspace: Workspace): Promise<readonly string[]> => {
  for await (const { list } of sourcesOf(workspace))
    if (list !== null && list !== 'starter') return []
  context.tell.warn(starterWarning)
  await updateLists(workspace, starterPath(), { now: context.clock() })
  return [starterWarning]
}

/** A code that no member state has would leave out its duties without a word. */
const nameOrganisation = ({ settings }: Context): string | undefined => {
  const code = settings['organisation.state']
  if (code === undefined || findMemberState(code)) return code
  throw new MusterError('usage', `organisation.state ${code} is not the code of a member state`, {
    hint: 'Codes have three letters, such as KOR or DEU; muster states shows them all.',
  })
}

/** What is told while each question is asked. */
const steps: Readonly<Record<string, string>> = {
  platform: 'reading what accounts were seen with',
  transfers: 'reading transfers',
  screening: 'screening',
  obligations: 'working out who must act',
  same_person: 'looking for other records of them',
  rings: 'looking for rings',
  funds: 'following money',
}

const checkWithProgress = async (
  context: Context,
  workspace: Workspace,
  {
    networks = [],
    intermediaries = [],
    'mail-domains': domains = [],
    assets: vouched,
  }: Partial<GivenKnown> & Pick<Checking, 'assets'>,
): Promise<Checked> => {
  const { tell } = context
  const { assets } = await readAssets(context, vouched)
  const key = await readValueKey(context)
  const listed = await readKnown(context, { networks, intermediaries, 'mail-domains': domains })
  let progress: Progress | undefined
  try {
    return await check(workspace, {
      settings: numbers(context.settings),
      today: context.clock().slice(0, 10),
      organisationState: nameOrganisation(context),
      assets,
      platform: { listed, ...(key && { key }) },
      onStep: (step) => {
        progress?.end()
        progress = tell.progress(
          steps[step] ?? step,
          step === 'screening' ? { unit: 'subjects' } : {},
        )
      },
      onAsked: (question) => {
        if (question === 'screening') progress?.advance(1)
      },
    })
  } finally {
    progress?.end()
  }
}

/** Undefined where no report is wanted. */
const reportPath = (context: Context, given: Checking): string | undefined => {
  if (given['no-report'] || context.output.format === 'html') return undefined
  if (given.report !== undefined) return resolve(context.folder, given.report)
  return join(context.workspace ?? context.folder, 'muster-report.html')
}

type Answering = {
  readonly workspace: Workspace
  readonly checked: Checked
  readonly warnings: readonly string[]
  readonly report: string | undefined
  readonly open: boolean
}

const answer = async (
  context: Context,
  { workspace, checked, warnings, report, open }: Answering,
): Promise<void> => {
  const { output, tell } = context
  const listFiles: Source[] = []
  for await (const source of sourcesOf(workspace)) if (source.list !== null) listFiles.push(source)
  const used = new Set(checked.lists.flatMap(({ sources }) => sources))
  const rejected = await countRejected(workspace, checked)
  const pages = async (): Promise<AsyncIterable<string>> =>
    renderReport(
      toReport(context, checked, {
        workspace,
        listFiles: listFiles.filter(({ id }) => used.has(id)),
        rejected,
        warnings,
        open,
      }),
    )
  if (output.format === 'json') await output.value(toCheckAnswer(checked, rejected))
  else if (output.format === 'html') for await (const page of await pages()) await output.text(page)
  else {
    await output.rows(tableColumns, toCheckRows(checked))
    await output.text(showTouched(checked, output))
  }
  const { cases, asked, clean } = checked
  tell.say(
    `${asked} asked, ${cases.length} ${cases.length === 1 ? 'case' : 'cases'}, ${clean} clean, ${rejected} rows rejected; lists: ${checked.lists.map(({ list, version }) => `${list} ${version}`).join(', ')}`,
  )
  if (report === undefined) return
  await writeReport(context, report, await pages())
  tell.say(`report: ${report}`)
}

const tableColumns = [
  'rank',
  'case',
  'subject',
  'title',
  'bits',
  'score',
  'list',
  'reference',
  'caption',
  'findings',
]

const countRejected = async (workspace: Workspace, { inputs }: Checked): Promise<number> => {
  let count = 0
  for await (const _ of rejectedOf(
    workspace,
    inputs.map(({ id }) => id),
  ))
    count++
  return count
}

/** Writes the report whole or not at all, for its owner alone. */
const writeReport = async (
  { temporaries }: Context,
  path: string,
  pages: AsyncIterable<string>,
): Promise<void> => {
  const sink = await openFileSink(path, temporaries, 0o600)
  for await (const page of pages) await sink.write(page)
  await sink.end()
}
