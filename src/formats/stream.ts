import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { MusterError } from '../model/index.ts'
import { type File, headBytes, opened } from './file.ts'
import { isGzip } from './gzip.ts'

/**
 * Opens a stream, such as standard input, under a name. Of plain UTF-8 it waits for the first whole
 * line and no longer, so that rows are read as they come; of anything else for a whole head.
 */
export const openStream = async (
  path: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<File> => {
  const pieces = stream[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let digest: string | undefined
  let isRead = false
  let head = Buffer.alloc(0)
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head = Buffer.concat([head, next.value])
    if (head.length >= headBytes || tellsItself(head)) break
  }

  async function* content(): AsyncGenerator<Uint8Array> {
    if (isRead) throw new MusterError('internal', `${path} is a stream and was read already`)
    isRead = true
    hash.update(head)
    yield head
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      hash.update(next.value)
      yield next.value
    }
    digest = hash.digest('hex')
  }
  return {
    ...opened(path, head, content),
    bytes: 0,
    once: true,
    sha256: async () => {
      if (digest) return digest
      throw new MusterError('internal', `the hash of ${path} is not known before its end`)
    },
  }
}

/** Whether a line is whole and plain UTF-8: no zip, gzip or UTF-16, whose pieces say nothing. */
const tellsItself = (head: Buffer): boolean => {
  const lines = head.subarray(0, head.lastIndexOf(0x0a) + 1)
  return lines.length > 0 && !isGzip(lines) && !lines.includes(0x00) && isUtf8(lines)
}
