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
  const pieces: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 20 })
  for await (const piece of pieces) {
    // Most files have no quotes, and to look for a byte is quicker than to make a text.
    if (piece.includes('"') || tail.includes('"')) {
      const text = tail + piece.toString('latin1')
      if (loose.test(text)) return true
    }
    tail = (tail + piece.toString('latin1', Math.max(0, piece.length - tailLength))).slice(
      -tailLength,
    )
  }
  return false
}
