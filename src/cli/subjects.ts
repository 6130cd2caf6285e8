import type { File } from '../formats/index.ts'
import {
  canonicalJson,
  type Entity,
  type Instant,
  MusterError,
  type Rejected,
  type Source,
  sourceId,
} from '../model/index.ts'
import { openSubjects, type SubjectOptions } from '../sources/index.ts'
import type { Context } from './context.ts'
import { shownFaults } from './rejects.ts'
import { watchFile } from './watch.ts'

/** Options of commands that read files of subjects. */
export const subjectOptions = {
  map: {
    value: 'FIELD=COLUMN,…',
    doc: 'names of the columns where they differ: --map name="Full name",birthDate=DOB',
  },
  encoding: {
    value: 'NAME',
    doc: 'encoding of the files, as cp949 or windows-1251 (default: recognised)',
  },
} as const

/** What was typed for them, and who is told of rows that cannot be read. */
export type GivenSubjects = {
  readonly onRejected?: (path: string, rejected: Rejected) => Promise<void>
  readonly map: string | undefined
  readonly encoding: string | undefined
}

/** `name=Full name,birthDate=DOB` as field → column. Error: `usage`. */
export const parseMap = (text: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (text ?? '')
      .split(',')
      .filter((pair) => pair.trim() !== '')
      .map((pair) => {
        const at = pair.indexOf('=')
        const [field, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
        if (at > 0 && field && column) return [field, column]
        throw new MusterError('usage', `--map does not understand "${pair.trim()}"`, {
          hint: 'Write field=column, several separated by commas: --map name=Nombre,birthDate=Nacimiento',
        })
      }),
  )

export const toSubjectOptions = ({ map, encoding }: GivenSubjects): SubjectOptions => ({
  map: parseMap(map),
  ...(encoding === undefined ? {} : { encoding }),
})

/**
 * A file of subjects as a source; of standard input the hash is not known before it has been read. The
 * same bytes under another map or encoding say something else, so they are another source.
 */
export const subjectSource = (
  file: File,
  learned: Instant,
  options: SubjectOptions,
): Promise<Source> => readSource(file, learned, { ...options, kind: 'subjects' })

/** A file of observations as a source; values that are hashed are another reading of the same bytes. */
export const observationSource = (
  file: File,
  learned: Instant,
  { isHashed, ...options }: SubjectOptions & { readonly isHashed: boolean },
): Promise<Source> =>
  readSource(file, learned, { ...options, kind: 'observations', more: isHashed ? ['hashed'] : [] })

type Reading = SubjectOptions & { readonly kind: string; readonly more?: readonly string[] }

const readSource = async (
  file: File,
  learned: Instant,
  { kind, map = new Map(), encoding, more = [] }: Reading,
): Promise<Source> => {
  const sha256 = file.once ? '' : await file.sha256()
  const isPlain = map.size === 0 && !encoding && more.length === 0
  const reading = isPlain ? kind : canonicalJson([kind, [...map].sort(), encoding, ...more])
  const id = sourceId(reading, sha256)
  return { id, path: file.path, sha256, kind, bytes: file.bytes, learned }
}

/** Streams the subjects of files in order; rows that cannot be read are counted and the first shown. */
export async function* readSubjects(
  context: Context,
  paths: readonly string[],
  given: GivenSubjects,
): AsyncGenerator<Entity> {
  const { tell, clock } = context
  const options = toSubjectOptions(given)
  let rejected = 0
  for (const path of paths) {
    const opened = await context.open(path)
    const { file, progress } = await watchFile(context, opened, `screening ${opened.name}`)
    try {
      const source = await subjectSource(file, clock(), options)
      const { ignored, reads } = await openSubjects(file, source, options)
      if (ignored.length > 0) tell.say(`${path}: columns that are not read: ${ignored.join(', ')}`)
      for await (const read of reads) {
        if (read.ok) yield read.entity
        else {
          await given.onRejected?.(path, read)
          if (++rejected <= shownFaults) tell.warn(`${path} ${read.place}: ${read.reason}`)
        }
      }
    } finally {
      progress.end()
    }
  }
  if (rejected > 0)
    tell.warn(
      `${rejected} rows could not be read and were not screened${given.onRejected ? '' : '; keep them with --rejected FILE'}`,
    )
}
