import { MusterError } from '../model/index.ts'
import type { File } from './file.ts'
import { decode, markedEncoding } from './text.ts'

/**
 * The text of a file that has to be held as a whole; UTF-8 where no mark says another encoding. Error:
 * `file-malformed` above `most` characters, before more than that is held.
 */
export const readWhole = async (file: File, most: number): Promise<string> => {
  const parts: string[] = []
  let length = 0
  for await (const text of decode(file, markedEncoding(file.head) ?? 'utf-8')) {
    length += text.length
    if (length > most)
      throw new MusterError('file-malformed', `${file.path} has more than ${most} characters`, {
        hint: 'Part it into several files: one of this kind is held as a whole.',
      })
    parts.push(text)
  }
  return parts.join('').replace(/^\uFEFF/, '')
}
