import type { File } from './file.ts'
import { decode } from './text.ts'

/** Longest line that is read: 16 million characters. */
const longestLine = 16_777_216

/** A line of JSON; `line` counts from 1. Blank lines are passed over. */
export type JsonLine =
  | { readonly ok: true; readonly line: number; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly reason: string; readonly text: string }

/** Streams the values of a file of JSON lines; a line that is no JSON is yielded with the reason. */
export async function* readJsonLines(file: File, encoding = 'utf-8'): AsyncGenerator<JsonLine> {
  let line = 0
  let rest = ''
  for await (const text of decode(file, encoding)) {
    const pieces = (rest + text).split('\n')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) {
      line++
      if (piece.trim() !== '') yield parseLine(piece, line)
    }
    if (rest.length > longestLine) break
  }
  if (rest.trim() !== '') yield parseLine(rest, line + 1)
}

const parseLine = (written: string, line: number): JsonLine => {
  const text = written.replace(/^\uFEFF/, '').trim()
  if (text.length > longestLine)
    return {
      ok: false,
      line,
      reason: `the line is longer than ${longestLine} characters`,
      text: text.slice(0, 1000),
    }
  try {
    return { ok: true, line, value: JSON.parse(text) as unknown }
  } catch (cause) {
    return { ok: false, line, reason: `no JSON: ${(cause as Error).message}`, text }
  }
}
