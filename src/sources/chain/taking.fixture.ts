import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInMemory, type Row, sql, typedSql } from '../../engine/index.ts'
import { openFile } from '../../formats/index.ts'
import { type Source, sourceId } from '../../model/index.ts'
import { movedKinds, movedOrder } from './moved.ts'
import { type TransferOptions, takeTransfers } from './take.ts'

export type TakenFiles = {
  /** Rows of `moved` in their order, with the name of their file and kind. */
  readonly moved: readonly Row[]
  /** `file place reason`, in order. */
  readonly rejected: readonly string[]
  /** `file rows reason`, in order. */
  readonly left: readonly string[]
  readonly ignored: readonly string[]
  readonly nametags: readonly Row[]
}

/** A file by its name: its content, or the path where it lies. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly path: string }>>

/** Takes files as a program does, in the order given. */
export const takeFiles = async (
  files: Files,
  options: TransferOptions = {},
): Promise<TakenFiles> => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-chain-'))
  const engine = await openInMemory({ memory: '1GB', spill: join(folder, 'spill') })
  try {
    const given = await Promise.all(
      Object.entries(files).map(async ([name, content]) => {
        const isHeld = typeof content !== 'string' && 'path' in content
        const path = isHeld ? content.path : join(folder, name)
        if (!isHeld) await writeFile(path, content)
        const file = await openFile(path)
        return { file: { ...file, path: name }, source: await toSource(name, file) }
      }),
    )
    const rejected: string[] = []
    const ignored: string[] = []
    const nameOf = (id: string): string =>
      given.find(({ source }) => source.id === id)?.source.path ?? ''
    const taken = await takeTransfers(
      engine,
      { files: given, folder },
      {
        ...options,
        onRejected: ({ source, place, reason }) =>
          void rejected.push(`${nameOf(source)} ${place} ${reason}`),
        onIgnored: (path, columns) => void ignored.push(`${path}: ${columns.join(', ')}`),
      },
    )
    const rows = async (query: Parameters<typeof engine.query>[0]): Promise<Row[]> => {
      const all: Row[] = []
      for await (const row of engine.query(query)) all.push(row)
      return all
    }
    const named = (row: Row): Row => ({
      ...row,
      source: taken.sources[row.source as number]?.path ?? '',
    })
    return {
      moved: (await rows(sql`select * from moved order by ${typedSql(movedOrder)}`)).map((row) => ({
        ...named(row),
        kind: movedKinds[row.kind as number] ?? '',
      })),
      rejected,
      left: taken.left.map(({ source, reason, rows }) => `${source.path} ${rows} ${reason}`).sort(),
      ignored,
      nametags: (await rows(sql`select * from nametag order by source, address, name`)).map(named),
    }
  } finally {
    await engine.close()
    await rm(folder, { recursive: true })
  }
}

const toSource = async (
  path: string,
  file: Awaited<ReturnType<typeof openFile>>,
): Promise<Source> => {
  const sha256 = await file.sha256()
  return {
    id: sourceId('transfers', sha256),
    path,
    sha256,
    kind: 'transfers',
    bytes: file.bytes,
    learned: null,
  }
}

/** `block.position tx src > dst amount asset kind`, what is unknown as `-`. */
export const lineOf = (row: Row): string =>
  `${row.block ?? '-'}.${row.position ?? '-'} ${row.tx ?? '-'} ${row.src ?? '-'} > ${row.dst ?? '-'} ${row.amount} ${row.asset} ${row.kind}`
