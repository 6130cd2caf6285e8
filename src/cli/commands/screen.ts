import { resolve } from 'node:path'
import {
  type Entity,
  entityId,
  type Instant,
  MusterError,
  type Rejected,
  type SourceId,
} from '../../model/index.ts'
import { foldName } from '../../names/index.ts'
import {
  type Answer,
  type ListUsed,
  Screener,
  type ScreenOptions,
  toAnswer,
  toListed,
  toProfile,
} from '../../screening/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { exitCode, failOption, readLists, type UsedList } from '../lists-used.ts'
import { openFileSink } from '../output/file-sink.ts'
import { toJson } from '../output/value.ts'
import { readSubjects, subjectOptions } from '../subjects.ts'

/** `muster screen` */
export const command: Command = defineCommand({
  name: 'screen',
  about:
    'Screens people, companies, vessels and wallets against official lists: one answer a subject, in input order, clean or not. Matches are ranked in bits: prior plus evidence. A match is a reason to look, never a decision.',
  arguments: {
    input: {
      many: true,
      doc: 'files of subjects: CSV, XLSX, JSON lines or FollowTheMoney entities; - is standard input',
    },
  },
  options: {
    name: { value: 'TEXT', doc: 'screen one name instead of a file' },
    lists: {
      value: 'DIR',
      doc: 'a folder of list files, searched with its subfolders (default: the lists of the workspace, else the starter list)',
    },
    ...subjectOptions,
    'min-bits': {
      value: 'BITS',
      doc: 'least evidence, before the prior, that is shown',
      setting: 'screen.min-bits',
    },
    limit: { value: 'N', doc: 'most matches shown for one subject', setting: 'screen.limit' },
    rejected: { value: 'FILE', doc: 'write the rows that cannot be read to a file, as JSON lines' },
    'fail-on': failOption,
  },
  formats: ['table', 'jsonl', 'json', 'csv'],
  examples: [
    {
      run: 'muster screen people.csv --lists ./lists',
      does: 'screens a file against the newest version of each list in a folder',
    },
    { run: 'muster screen --name "Example Trading Co"', does: 'screens one name' },
    {
      run: 'muster screen people.csv --format jsonl -o answers.jsonl',
      does: 'writes an answer with all evidence for each subject',
    },
  ],
  exits: {
    3: 'with --fail-on findings: something was found',
    4: 'with --fail-on stale: a list is stale or missing',
  },
  run: async (context, { input, name, lists: dir, map, encoding, ...given }) => {
    if (name === undefined && input.length === 0)
      throw new MusterError('usage', 'a file of subjects or --name is needed', {
        hint: 'For example: muster screen people.csv, or: muster screen --name "Example Trading Co"',
      })
    if (name !== undefined && input.length > 0)
      throw new MusterError('usage', 'give files of subjects or --name, not both')
    const lists = await readLists(context, dir)
    const progress = context.tell.progress('building the index')
    const screener = makeScreener(lists)
    progress.end()
    const rejects = await openRejects(context, given.rejected)
    const subjects =
      name === undefined
        ? readSubjects(context, input, {
            map,
            encoding,
            ...(rejects && { onRejected: rejects.keep }),
          })
        : [typedSubject(name, context.clock())]
    const used = lists.map(({ id, version }) => ({ id, version }))
    const found = await answerAll(context, screener, { subjects, used })
    await rejects?.end()
    return exitCode(context, given['fail-on'], { found: found > 0, lists })
  },
})

type Rejects = {
  readonly keep: (path: string, rejected: Rejected) => Promise<void>
  readonly end: () => Promise<void>
}

const openRejects = async (
  { folder, temporaries }: Context,
  path: string | undefined,
): Promise<Rejects | undefined> => {
  if (path === undefined) return undefined
  const sink = await openFileSink(resolve(folder, path), temporaries)
  return {
    keep: (file, { place, reason, text }) =>
      sink.write(`${toJson({ file, place, reason, text })}\n`),
    end: () => sink.end(),
  }
}

const makeScreener = (lists: readonly UsedList[]): Screener =>
  new Screener(lists.flatMap(({ id, entities }) => entities.map((each) => toListed(id, each))))

/** A typed name is a subject of any kind. Error: `usage` where it has nothing to compare. */
const typedSubject = (name: string, now: Instant): Entity => {
  if (foldName(name).length === 0)
    throw new MusterError('usage', `the name "${name}" has no letter or digit to compare`)
  const id = entityId('entity', 'name')
  const said = { source: '' as SourceId, place: 'line:1', learned: now, entity: id, prop: 'name' }
  return { id, schema: 'Thing', key: '1', statements: [{ ...said, schema: 'Thing', value: name }] }
}

type Asking = {
  readonly subjects: AsyncIterable<Entity> | Iterable<Entity>
  readonly used: readonly ListUsed[]
}

/** Streams the answers; gives the number of subjects that something was found for. */
const answerAll = async (
  { output, settings, tell }: Context,
  screener: Screener,
  { subjects, used }: Asking,
): Promise<number> => {
  const options: ScreenOptions = {
    minBits: Math.round(settings['screen.min-bits'] * 1000),
    limit: settings['screen.limit'],
  }
  let [asked, found] = [0, 0]
  async function* answers(): AsyncGenerator<Answer> {
    for await (const subject of subjects) {
      const screened = screener.screen(toProfile(subject), options)
      asked++
      if (screened.matches.length > 0) found++
      yield toAnswer(screened, used)
    }
  }
  if (output.format === 'table' || output.format === 'csv')
    await output.rows(columns, toRows(answers(), output.format === 'table'))
  else await output.rows([], answers())
  tell.say(
    `${asked} asked, ${found} with matches, ${asked - found} clean; ${screener.listed.length} designations of ${used.map(({ id, version }) => `${id} ${version}`).join(', ')}`,
  )
  return found
}

const columns = [
  'subject',
  'bits',
  'score',
  'tied',
  'list',
  'reference',
  'caption',
  'programs',
  'why',
]

/** A row a match, and a row of its own for a subject that is clean. */
async function* toRows(
  answers: AsyncIterable<Answer>,
  rounded: boolean,
): AsyncGenerator<Record<string, unknown>> {
  for await (const { subject, matches, cut } of answers) {
    if (matches.length === 0) yield { subject, caption: rounded ? '(clean)' : '' }
    for (const { bits, score, evidence, ...match } of matches)
      yield {
        subject,
        ...match,
        bits: bits.toFixed(3),
        score: score.toFixed(rounded ? 3 : 6),
        why: evidence.map(explainPart).join('; '),
      }
    if (cut > 0) yield { subject, caption: `(${cut} weaker matches are not shown)` }
  }
}

const explainPart = ({
  feature,
  outcome,
  left,
  right,
  bits,
}: Answer['matches'][0]['evidence'][0]) =>
  `${feature} ${outcome} ${bits >= 0 ? '+' : '−'}${Math.abs(bits).toFixed(1)}${left && right ? ` (${left} / ${right})` : ''}`
