import { createWriteStream } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type File, openFile } from '../formats/index.ts'
import { MusterError } from '../model/index.ts'
import type { Host } from './host.ts'

/**
 * Opens a file by its path, seen from the folder of the run. `-` is standard input: it is kept in a
 * file for the time of the run, because a file is read more than once (to know its kind, its hash).
 */
export const openInput = async (path: string, host: Host): Promise<File> => {
  if (path !== '-') return { ...(await openFile(resolve(host.folder, path))), path }
  if (host.stdin.isTTY)
    throw new MusterError('usage', 'standard input is a terminal, not a file', {
      hint: 'Pipe a file into the command, or name the file instead of -.',
    })
  const spool = join(await host.temporaries.makeFolder(), 'stdin')
  await pipeline(Readable.from(host.stdin), createWriteStream(spool), { signal: host.signal })
  try {
    return { ...(await openFile(spool)), path: 'stdin', name: 'stdin' }
  } catch (cause) {
    if (!(cause instanceof MusterError)) throw cause
    throw new MusterError(cause.code, cause.message.replace(spool, 'standard input'), { cause })
  }
}
