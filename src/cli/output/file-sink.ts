import { type FileHandle, open, realpath, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { MusterError } from '../../model/index.ts'
import type { Temporaries } from '../temporaries.ts'
import { Gathered, type Sink } from './sink.ts'

/**
 * A file that is either written whole or not at all: text goes to a hidden file beside it, which takes
 * its name at the end. A new file has the permissions of `mode`. A device or pipe is written as it is. `file-unwritable` says why not.
 */
export const openFileSink = async (
  path: string,
  temporaries: Temporaries,
  mode = 0o666,
): Promise<Sink> => {
  const target = { mode, ...(await findTarget(path)) }
  const part = target.special
    ? target.path
    : join(dirname(target.path), `.${basename(target.path)}.${process.pid}.part`)
  const handle = await openPart(part, path, target)
  if (!target.special) temporaries.add(part)
  const gathered = new Gathered(async (text) => {
    try {
      await handle.writeFile(text)
    } catch (cause) {
      throw unwritable(path, cause)
    }
  })
  return {
    terminal: false,
    columns: undefined,
    write: (text) => gathered.write(text),
    end: async () => {
      await gathered.flush()
      if (!target.special) await handle.sync()
      await handle.close()
      if (!target.special) await rename(part, target.path)
      temporaries.forget(part)
    },
    discard: () => {
      gathered.drop()
      // The run has failed for a reason of its own, which is the one to tell.
      handle.close().catch(() => undefined)
      if (!target.special) temporaries.remove(part)
    },
  }
}

type Found = { readonly path: string; readonly special: boolean; readonly mode?: number }

type Target = Found & { readonly mode: number }

const findTarget = async (path: string): Promise<Found> => {
  try {
    const real = await realpath(path)
    const info = await stat(real)
    if (info.isDirectory())
      throw new MusterError('file-unwritable', `${path} is a folder, not a file`, {
        hint: 'Name a file inside it.',
      })
    return { path: real, special: !info.isFile(), mode: info.mode & 0o777 }
  } catch (cause) {
    if (cause instanceof MusterError) throw cause
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { path, special: false }
    throw unwritable(path, cause)
  }
}

const openPart = async (part: string, path: string, target: Target): Promise<FileHandle> => {
  try {
    return await open(part, 'w', target.mode)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

const unwritable = (path: string, cause: unknown): MusterError => {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  const why = missing ? `there is no folder ${dirname(path)}` : (cause as Error).message
  return new MusterError('file-unwritable', `${path} cannot be written: ${why}`, { cause })
}
