import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MusterError } from '../model/index.ts'
import { isGzip, unzip, unzipHead } from './gzip.ts'

/** How much of a file is looked at to tell what it is. */
export const headBytes = 65_536

/** A file that can be read any number of times; gzip is undone on the way. */
export type File = {
  readonly path: string
  /** File name without folders and without `.gz`. */
  readonly name: string
  /** Bytes on disk; 0 of a stream, whose size nobody knows. */
  readonly bytes: number
  /** The first 64 KiB, unzipped; of a stream, what has come when its first line is whole. */
  readonly head: Uint8Array
  /** Can be read once only, because it is a stream. */
  readonly once?: true
  /** Where the bytes that `read` gives lie on the disk: of no stream, and of nothing zipped. */
  readonly disk?: string
  /** `watch` is told of each piece how many bytes of the disk it took, for progress. */
  read(watch?: (bytes: number) => void): AsyncIterable<Uint8Array>
  /** SHA-256 of the bytes as they lie on disk; of a stream, once it has been read to its end. */
  sha256(): Promise<string>
}

/** Opens a file and reads its head; `file-missing`, `file-unreadable` and `file-empty` say why not. */
export const openFile = async (path: string): Promise<File> => {
  const { head, bytes } = await readHead(path)
  const content = (): AsyncIterable<Uint8Array> =>
    createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Uint8Array>
  return {
    ...opened(path, head, content),
    ...(isGzip(head) ? {} : { disk: path }),
    bytes,
    sha256: async () => {
      const hash = createHash('sha256')
      for await (const piece of content()) hash.update(piece)
      return hash.digest('hex')
    },
  }
}

/** A file whose bytes are in memory already. */
export const toFile = (path: string, content: Uint8Array): File => ({
  ...opened(path, content.subarray(0, headBytes), async function* () {
    yield content
  }),
  bytes: content.length,
  sha256: async () => createHash('sha256').update(content).digest('hex'),
})

/** What every kind of file has in common. */
export const opened = (
  path: string,
  raw: Uint8Array,
  content: () => AsyncIterable<Uint8Array>,
): Pick<File, 'path' | 'name' | 'head' | 'read'> => {
  const gzip = isGzip(raw)
  const head = gzip ? unzipHead(raw, path).subarray(0, headBytes) : raw
  if (head.length === 0) throw new MusterError('file-empty', `${path} is empty`)
  return {
    path,
    name: basename(path).replace(/\.gz$/i, ''),
    head,
    read: (watch) => {
      const bytes = watch ? watched(content(), watch) : content()
      return gzip ? unzip(bytes, path) : bytes
    },
  }
}

/** The file as it is, telling `watch` how far reading has come on the disk. */
export const watchFile = (file: File, watch: (bytes: number) => void): File => ({
  ...file,
  read: () => file.read(watch),
})

async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  watch: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    watch(piece.length)
    yield piece
  }
}

const readHead = async (path: string): Promise<{ head: Uint8Array; bytes: number }> => {
  try {
    const info = await stat(path)
    if (info.isDirectory())
      throw new MusterError('file-unreadable', `${path} is a folder, not a file`)
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return { head: buffer.subarray(0, bytesRead), bytes: info.size }
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof MusterError) throw cause
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw missing
      ? new MusterError('file-missing', `there is no file ${path}`, { cause })
      : new MusterError('file-unreadable', `${path} cannot be read: ${(cause as Error).message}`, {
          cause,
        })
  }
}
