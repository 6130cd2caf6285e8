import {
  type Entity,
  entityId,
  type Instant,
  MusterError,
  type SourceId,
} from '../../model/index.ts'
import { foldName } from '../../names/index.ts'
import type { Answer, ScreenOptions } from '../../screening/index.ts'
import { type Command, defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { exitCode, failOption } from '../lists-used.ts'
import { openRejects } from '../rejects.ts'
import { screenAll } from '../screen-all.ts'
import { openUsed, toUsed, type UsedScreener } from '../screener-used.ts'
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
    workers: {
      value: 'N',
      doc: 'threads for a large file; 0: one a processor',
      setting: 'screen.workers',
    },
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
    const used = await openUsed(context, dir)
    const rejects = await openRejects(context, given.rejected)
    const subjects =
      name === undefined
        ? readSubjects(context, input, {
            map,
            encoding,
            ...(rejects && { onRejected: rejects.keep }),
          })
        : [typedSubject(name, context.clock())]
    const found = await answerAll(context, used, subjects)
    await rejects?.end()
    return exitCode(context, given['fail-on'], { found: found > 0, lists: used.lists })
  },
})

/** A typed name is a subject of any kind. Error: `usage` where it has nothing to compare. */
const typedSubject = (name: string, now: Instant): Entity => {
  if (foldName(name).length === 0)
    throw new MusterError('usage', `the name "${name}" has no letter or digit to compare`)
  const id = entityId('entity', 'name')
  const said = { source: '' as SourceId, place: 'line:1', learned: now, entity: id, prop: 'name' }
  return { id, schema: 'Thing', key: '1', statements: [{ ...said, schema: 'Thing', value: name }] }
}

/** Streams the answers; gives the number of subjects that something was found for. */
const answerAll = async (
  context: Context,
  used: UsedScreener,
  subjects: AsyncIterable<Entity> | Iterable<Entity>,
): Promise<number> => {
  const { output, settings, tell } = context
  const options: ScreenOptions = {
    minBits: Math.round(settings['screen.min-bits'] * 1000),
    limit: settings['screen.limit'],
  }
  const lists = toUsed(used.lists)
  let [asked, found] = [0, 0]
  async function* pieces(): AsyncGenerator<string> {
    for await (const piece of screenAll(context, used, { options, used: lists }, subjects)) {
      asked += piece.asked
      found += piece.found
      yield piece.text
    }
  }
  if (output.format === 'jsonl') for await (const text of pieces()) await output.text(text)
  else if (output.format === 'json') await output.rows([], toAnswers(pieces()))
  else await output.rows(columns, toRows(toAnswers(pieces()), output.format === 'table'))
  tell.say(
    `${asked} asked, ${found} with matches, ${asked - found} clean; ${used.screener.listed.length} designations of ${lists.map(({ id, version }) => `${id} ${version}`).join(', ')}`,
  )
  return found
}

async function* toAnswers(pieces: AsyncIterable<string>): AsyncGenerator<Answer> {
  for await (const text of pieces)
    for (const line of text.split('\n')) if (line !== '') yield JSON.parse(line) as Answer
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
