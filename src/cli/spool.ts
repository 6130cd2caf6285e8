import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type File, openFile } from '../formats/index.ts'
import type { Context } from './context.ts'

/** Standard input is kept in a file for a moment: its hash is needed before it is read. */
export const spool = async (context: Context): Promise<File> => {
  const path = join(await context.temporaries.makeFolder(), 'stdin')
  const stream = await context.open('-')
  await pipeline(Readable.from(stream.read()), createWriteStream(path, { mode: 0o600 }))
  return { ...(await openFile(path)), path: 'stdin' }
}
