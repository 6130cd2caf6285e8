import { createWriteStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type File, openFile } from '../formats/index.ts'
import { readers, updateLists } from '../lists/index.ts'
import { MusterError } from '../model/index.ts'
import { looksLikeStateStatements, looksLikeSubjects, openSubjects } from '../sources/index.ts'
import { importSources, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { type GivenSubjects, subjectSource, toSubjectOptions } from './subjects.ts'
import { watchFile } from './watch.ts'

/** The kinds of file that can be named with `--as`. */
export const kinds = ['subjects', 'list'] as const

export type Kind = (typeof kinds)[number]

export type Importing = GivenSubjects & {
  readonly paths: readonly string[]
  /** The kind of all the files; told by their content where it is not said. */
  readonly as: string | undefined
}

/** What became of one file. */
export type ImportedFile = {
  readonly path: string
  readonly kind: Kind
  readonly entities: number
  readonly statements: number
  readonly rejected: number
  readonly already: boolean
}

/**
 * Takes files into the workspace, each whole or not at all; which reader is meant is told by the
 * content. Errors: `kind-unknown` where no reader claims a file, `kind-ambiguous` where two do.
 */
export const importPaths = async (
  context: Context,
  workspace: Workspace,
  importing: Importing,
): Promise<readonly ImportedFile[]> => {
  const done: ImportedFile[] = []
  for (const path of importing.paths) {
    const kind = importing.as ? (importing.as as Kind) : await kindOf(context, path, importing)
    const file =
      kind === 'list'
        ? await importList(context, workspace, path)
        : await importSubjects(context, workspace, path, importing)
    context.tell.say(describe(file))
    done.push(file)
  }
  return done
}

const kindOf = async (context: Context, path: string, { map }: GivenSubjects): Promise<Kind> => {
  if (path === '-') return 'subjects'
  const file = await context.open(path)
  const claims: Kind[] = []
  const isList = readers.some((reader) => reader.recognise(file))
  if (isList) claims.push('list')
  // Only subjects have columns to map: whoever says which is which says what the file is.
  if (looksLikeSubjects(file) || (map !== undefined && !isList)) claims.push('subjects')
  const [kind, second] = claims
  if (kind && !second) return kind
  if (!kind && looksLikeStateStatements(file))
    throw new MusterError('kind-unknown', `${path} holds statements about states`, {
      hint: `They are asked about with: muster states --statements ${path}`,
    })
  const hint = `Say what it is: --as ${kinds.join(' or --as ')}.`
  throw kind
    ? new MusterError('kind-ambiguous', `${path} could be a list or a file of subjects`, { hint })
    : new MusterError('kind-unknown', `no reader knows what ${path} is`, { hint })
}

const importSubjects = async (
  context: Context,
  workspace: Workspace,
  path: string,
  given: GivenSubjects,
): Promise<ImportedFile> => {
  const opened = await (path === '-' ? spool(context) : context.open(path))
  const { file, progress } = await watchFile(context, opened, `importing ${opened.name}`)
  try {
    const options = toSubjectOptions(given)
    const source = await subjectSource(file, context.clock(), options)
    const { ignored, reads } = await openSubjects(file, source, options)
    if (ignored.length > 0)
      context.tell.say(`${path}: columns that are not read: ${ignored.join(', ')}`)
    const imported = await importSources(workspace, [source], reads)
    return { path, kind: 'subjects', ...imported }
  } finally {
    progress.end()
  }
}

/** Standard input is kept in a file for a moment: its hash is needed before it is read. */
const spool = async (context: Context): Promise<File> => {
  const path = join(await context.temporaries.makeFolder(), 'stdin')
  const stream = await context.open('-')
  await pipeline(Readable.from(stream.read()), createWriteStream(path, { mode: 0o600 }))
  return { ...(await openFile(path)), path: 'stdin' }
}

const importList = async (
  context: Context,
  workspace: Workspace,
  path: string,
): Promise<ImportedFile> => {
  const { updates, verdicts } = await updateLists(workspace, resolve(context.folder, path), {
    now: context.clock(),
    shrink: context.settings['lists.shrink'],
  })
  const refused = verdicts.find(({ state }) => state === 'refused')
  if (updates.length === 0)
    throw new MusterError('list-refused', `${path}: ${refused?.why ?? 'no list is in it'}`)
  const sum = (key: 'entries' | 'rejected'): number =>
    updates.reduce((total, update) => total + update[key], 0)
  return {
    path,
    kind: 'list',
    entities: sum('entries'),
    statements: 0,
    rejected: sum('rejected'),
    already: updates.every(({ state }) => state === 'held'),
  }
}

const describe = ({ path, kind, entities, rejected, already }: ImportedFile): string =>
  already
    ? `${path}: held already, nothing changed`
    : `${path}: ${entities} ${kind === 'list' ? 'entries' : 'subjects'}${rejected > 0 ? `, ${rejected} rows rejected` : ''}`
