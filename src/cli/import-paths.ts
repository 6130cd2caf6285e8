import { resolve } from 'node:path'
import { readers, updateLists } from '../lists/index.ts'
import { MusterError } from '../model/index.ts'
import {
  looksLikeLabels,
  looksLikeObservations,
  looksLikeStateStatements,
  looksLikeSubjects,
  looksLikeTransfers,
  openSubjects,
  operatorLists,
} from '../sources/index.ts'
import { importSources, type Workspace } from '../workspace/index.ts'
import type { Context } from './context.ts'
import { importKnown } from './import-known.ts'
import { importLabelled } from './import-labels.ts'
import { importSeen } from './import-observations.ts'
import { importStatements } from './import-statements.ts'
import { importMoved } from './import-transfers.ts'
import { type Given, type ImportedFile, type Kind, kindNames } from './imported.ts'
import { spool } from './spool.ts'
import { type GivenSubjects, subjectSource, toSubjectOptions } from './subjects.ts'
import { watchFile } from './watch.ts'

export type Importing = GivenSubjects & {
  readonly paths: readonly string[]
  /** The kind of all the files; told by their content where it is not said. */
  readonly as: string | undefined
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
  const done = new Map<string, ImportedFile>()
  const keep = (path: string, file: ImportedFile): void => {
    context.tell.say(describe(file))
    done.set(path, file)
  }
  const moved: Given[] = []
  const { paths, as } = importing
  for (const path of paths) {
    const kind = (as && kindNames.get(as)) || (await kindOf(context, path, importing))
    const given = { path, given: importing, as }
    if (kind === 'transfers') moved.push(given)
    else keep(path, await importers[kind](context, workspace, given))
  }
  if (moved.length > 0)
    for (const file of await importMoved(context, workspace, moved)) keep(file.path, file)
  return paths.map((path) => done.get(path) as ImportedFile)
}

const kindOf = async (context: Context, path: string, { map }: GivenSubjects): Promise<Kind> => {
  if (path === '-') return 'subjects'
  const file = await context.open(path)
  const claims: Kind[] = []
  if (looksLikeObservations(file, toSubjectOptions({ map, encoding: undefined }).map))
    return 'observations'
  if (looksLikeTransfers(file)) return 'transfers'
  const isList = readers.some((reader) => reader.recognise(file))
  if (isList) claims.push('list')
  // The columns of a known list are its own, even where one is called name as those of subjects are.
  else if (map === undefined && operatorLists.some((list) => list.recognise(file))) return 'known'
  // Only subjects have columns to map: whoever says which is which says what the file is.
  if (looksLikeSubjects(file) || (map !== undefined && !isList)) claims.push('subjects')
  if (map === undefined && looksLikeStateStatements(file)) claims.push('statements')
  // A table of labels has a column address as one of subjects may have, and columns of its own.
  if (looksLikeLabels(file) && !isList) return 'labels'
  const [kind, second] = claims
  if (kind && !second) return kind
  const hint = `Say what it is: --as ${[...kindNames.keys()].join(', --as ')}.`
  throw kind
    ? new MusterError('kind-ambiguous', `${path} could be of the kinds ${claims.join(', ')}`, {
        hint,
      })
    : new MusterError('kind-unknown', `no reader knows what ${path} is`, { hint })
}

const importSubjects = async (
  context: Context,
  workspace: Workspace,
  { path, given }: Given,
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

const importList = async (
  context: Context,
  workspace: Workspace,
  { path }: Given,
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

type Importer = (context: Context, workspace: Workspace, given: Given) => Promise<ImportedFile>

const importers: Readonly<Record<Exclude<Kind, 'transfers'>, Importer>> = {
  labels: importLabelled,
  subjects: importSubjects,
  list: importList,
  statements: importStatements,
  observations: importSeen,
  known: importKnown,
}

const counted: Readonly<Record<Kind, (file: ImportedFile) => string>> = {
  transfers: ({ transfers = 0 }) => `${transfers} transfers`,
  labels: ({ labels = 0 }) => `${labels} labels of addresses`,
  subjects: ({ entities }) => `${entities} subjects`,
  list: ({ entities }) => `${entities} entries`,
  known: ({ values = 0 }) => `${values} values of an operator's list`,
  observations: ({ observations = 0 }) => `${observations} observations`,
  statements: ({ statements }) => `${statements} statements about states`,
}

const describe = (file: ImportedFile): string => {
  const { path, kind, rejected, already } = file
  if (already) return `${path}: held already, nothing changed`
  return `${path}: ${counted[kind](file)}${rejected > 0 ? `, ${rejected} rows rejected` : ''}`
}
