import { Readable } from 'node:stream'
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib'
import { MusterError } from '../model/index.ts'

/** Whether the bytes begin like a gzip file (RFC 1952). */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** Unzips what the beginning of a gzip file holds; `file-malformed` where it is none. */
export const unzipHead = (head: Uint8Array, path: string): Uint8Array => {
  try {
    return gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH })
  } catch (cause) {
    throw new MusterError('file-malformed', `${path} is not a valid gzip file`, { cause })
  }
}

/** Unzips a stream; `file-truncated` where it is cut off, `file-malformed` where it is damaged. */
export async function* unzip(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const zipped = Readable.from(bytes)
  const gunzip = createGunzip({ chunkSize: 262_144 })
  zipped.on('error', (error) => gunzip.destroy(error))
  try {
    yield* zipped.pipe(gunzip) as AsyncIterable<Uint8Array>
  } catch (cause) {
    if (cause instanceof MusterError) throw cause
    const cut = (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    throw new MusterError(
      cut ? 'file-truncated' : 'file-malformed',
      `${path}: the gzip stream is ${cut ? 'cut off' : 'damaged'}`,
      { hint: 'Fetch or copy the file again.', cause },
    )
  } finally {
    zipped.destroy()
    gunzip.destroy()
  }
}
