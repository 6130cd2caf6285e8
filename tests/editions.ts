import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type File, openFile } from '../src/formats/index.ts'
import type { Edition, ListReader } from '../src/lists/reader.ts'
import {
  type Entity,
  type NewStatement,
  type Read,
  type Source,
  sourceId,
} from '../src/model/index.ts'

/** Folder of real files for tests, undefined where there is none. */
export const dataFolder: string | undefined = [
  process.env.MUSTER_DATA,
  join(import.meta.dirname, '..', '..', 'shared', 'data'),
].find((folder): folder is string => folder !== undefined && existsSync(folder))

/** Path of a real file; where there is none, a path that does not exist. */
export const dataFile = (...path: string[]): string => join(dataFolder ?? '/no-data', ...path)

/** Writes a made-up file into a new temporary folder. */
export const writeTemporary = async (name: string, content: string): Promise<string> => {
  const path = join(await mkdtemp(join(tmpdir(), 'muster-')), name)
  await writeFile(path, content)
  return path
}

const sourceOf = async (file: File, kind: string, learned: string | null): Promise<Source> => {
  const sha = await file.sha256()
  return { id: sourceId(kind, sha), path: file.path, sha256: sha, kind, bytes: file.bytes, learned }
}

/** Opens files as one edition of the list that the reader takes them for. */
export const openEdition = async (reader: ListReader, ...paths: string[]): Promise<Edition> => {
  const opened = await Promise.all(paths.map((path) => openFile(path)))
  const taken = opened.map((file) => {
    const known = reader.recognise(file)
    if (!known) throw new Error(`${file.path} is not recognised as ${reader.format}`)
    return { file, known }
  })
  const date = taken.map(({ known }) => known.date).sort((a, b) => (a ?? '').localeCompare(b ?? ''))
  const files = await Promise.all(
    taken.map(async ({ file, known }) => ({
      file,
      part: known.part,
      source: await sourceOf(file, known.list, known.date),
    })),
  )
  const [first] = taken
  return { list: first?.known.list ?? 'un', date: date.at(-1) ?? null, files }
}

/** Everything that a reader yields of an edition. */
export type Outcome = {
  readonly entities: readonly Entity[]
  readonly rejected: readonly Extract<Read, { ok: false }>[]
}

export const readAll = async (reader: ListReader, ...paths: string[]): Promise<Outcome> => {
  const entities: Entity[] = []
  const rejected: Extract<Read, { ok: false }>[] = []
  for await (const read of reader.read(await openEdition(reader, ...paths))) {
    if (read.ok) entities.push(read.entity)
    else rejected.push(read)
  }
  return { entities, rejected }
}

/** A statement in one line: whose part it is, what is said, from where the value differs. */
const tellStatement = (owner: Entity, said: NewStatement): string => {
  const part =
    said.entity === owner.id
      ? ''
      : `${said.entity.slice(owner.id.length + 1).replace(/-[0-9a-f]{10}$/, '')}.`
  const value = said.value.startsWith(`${owner.id}#`)
    ? said.value.replace(/^.*#(.*)-[0-9a-f]{10}$/, '#$1')
    : said.value
  const lang = said.lang ? ` @${said.lang}` : ''
  return `${part}${said.prop}: ${value}${lang}`
}

/** All statements of an entity, one a line, links to its own parts left out. */
export const tellEntity = (entity: Entity): string[] =>
  entity.statements
    .filter((said) => said.value !== entity.id)
    .map((said) => tellStatement(entity, said))
