import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { File } from '../formats/index.ts'
import type { Context } from './context.ts'
import type { Progress } from './terminal/progress.ts'

/** A file whose reading is shown as progress in bytes, with the time left where its size is known. */
export const watchFile = async (
  { tell, folder }: Pick<Context, 'tell' | 'folder'>,
  file: File,
  label: string,
): Promise<{ readonly file: File; readonly progress: Progress }> => {
  const total = file.once ? undefined : await contentBytes(resolve(folder, file.path))
  const progress = tell.progress(label, { unit: 'bytes', ...(total ? { total } : {}) })
  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const piece of file.read()) {
      progress.advance(piece.length)
      yield piece
    }
  }
  return { file: { ...file, read }, progress }
}

/** Bytes of the content; a gzip file says them in its last four bytes (RFC 1952), up to 4 GiB. */
const contentBytes = async (path: string): Promise<number> => {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const magic = await handle.read(Buffer.alloc(2), 0, 2, 0)
    if (size < 18 || magic.buffer.readUInt16BE() !== 0x1f8b) return size
    const trailer = await handle.read(Buffer.alloc(4), 0, 4, size - 4)
    return trailer.buffer.readUInt32LE()
  } finally {
    await handle.close()
  }
}
