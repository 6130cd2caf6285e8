import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib'
import { MusterError } from '../model/index.ts'

const headBytes = 65_536

/** A file that can be read any number of times; gzip is undone on the way. */
export type File = {
  readonly path: string
  /** File name without folders and without `.gz`. */
  readonly name: string
  /** Bytes on disk. */
  readonly bytes: number
  /** The first 64 KiB, unzipped. */
  readonly head: Uint8Array
  /** `watch` is told of each piece how many bytes of the disk it took, for progress. */
  read(watch?: (bytes: number) => void): AsyncIterable<Uint8Array>
  /** SHA-256 of the bytes as they lie on disk. */
  sha256(): Promise<string>
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** Opens a file and reads its head; `file-missing`, `file-unreadable` and `file-empty` say why not. */
export const openFile = async (path: string): Promise<File> => {
  const raw = await readHead(path)
  const gzip = isGzip(raw.head)
  const head = gzip ? unzipHead(raw.head, path) : raw.head
  if (head.length === 0) throw new MusterError('file-empty', `${path} is empty`)
  return {
    path,
    name: basename(path).replace(/\.gz$/i, ''),
    bytes: raw.bytes,
    head,
    read: (watch) => (gzip ? unzip(path, watch) : readPlain(path, watch)),
    sha256: () => hashFile(path),
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

const unzipHead = (head: Uint8Array, path: string): Uint8Array => {
  try {
    return gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH }).subarray(0, headBytes)
  } catch (cause) {
    throw new MusterError('file-malformed', `${path} is not a valid gzip file`, { cause })
  }
}

/** The file as it is, telling `watch` how far reading has come on the disk. */
export const watchFile = (file: File, watch: (bytes: number) => void): File => ({
  ...file,
  read: () => file.read(watch),
})

async function* readPlain(
  path: string,
  watch?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    watch?.(chunk.length)
    yield chunk
  }
}

async function* unzip(path: string, watch?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path)
  if (watch) file.on('data', (chunk) => watch(chunk.length))
  const gunzip = createGunzip({ chunkSize: 262_144 })
  file.on('error', (error) => gunzip.destroy(error))
  try {
    yield* file.pipe(gunzip) as AsyncIterable<Uint8Array>
  } catch (cause) {
    const cut = (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    throw new MusterError(
      cut ? 'file-truncated' : 'file-malformed',
      `${path}: the gzip stream is ${cut ? 'cut off' : 'damaged'}`,
      { cause },
    )
  } finally {
    file.destroy()
  }
}

const hashFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(chunk)
  return hash.digest('hex')
}
