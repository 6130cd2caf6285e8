import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { openFileSink } from './file-sink.ts'
import { toJson } from './value.ts'

/** Writes a file of JSON lines beside an answer, whole or not at all. Error: `file-unwritable`. */
export const writeLines = async (
  { folder, temporaries }: Context,
  path: string,
  rows: Iterable<unknown>,
): Promise<void> => {
  const sink = await openFileSink(resolve(folder, path), temporaries)
  for (const row of rows) await sink.write(`${toJson(row)}\n`)
  await sink.end()
}
