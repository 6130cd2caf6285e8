import { createReadStream } from 'node:fs'

/** So much of a piece is looked at again with the next one. */
const tailLength = 4_096

/**
 * Whether blanks stand between a quote and the end of its cell, as in `a, "b"` and `"a" ,b`. The
 * engine's reader drops them, and quotes beside them, without a word; so such a file is for the reader
 * of rows.
 */
export const hasLooseQuotes = async (path: string, delimiter: string): Promise<boolean> => {
  const end = `${delimiter === '\t' ? '\\t' : `\\${delimiter}`}\\n\\r`
  const blank = delimiter === '\t' ? ' ' : '[ \\t]'
  const loose = new RegExp(`[${end}]${blank}+"|[^${end}]"${blank}`)
  let tail = '\n'
  for await (const piece of createReadStream(path, {
    encoding: 'latin1',
    highWaterMark: 1 << 20,
  })) {
    const text = tail + piece
    if (text.includes('"') && loose.test(text)) return true
    tail = text.slice(-tailLength)
  }
  return false
}
