import type { File } from './file.ts'
import { decode } from './text.ts'

/** Longest line that is read, in characters. */
const longestLine = 16_777_216
const shownCharacters = 1_000

/** A line of JSON; `line` counts from 1, `text` is the line as it stands. Blank lines are passed over. */
export type JsonLine =
  | { readonly ok: true; readonly line: number; readonly text: string; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly text: string; readonly reason: string }

/**
 * Streams the values of a file of JSON lines; a line that is no JSON is yielded with the reason. A
 * number that JavaScript would not write back as it stands (20 digits of an account, `1.10`) is given
 * as its text, so that no digit is lost.
 */
export async function* readJsonLines(file: File, encoding = 'utf-8'): AsyncGenerator<JsonLine> {
  const lines = new LineSplitter()
  for await (const text of decode(file, encoding))
    for (const line of lines.take(text)) yield parseLine(line)
  for (const line of lines.finish()) yield parseLine(line)
}

type Line = { readonly line: number; readonly text: string; readonly isCut: boolean }

/** Cuts text into lines; of a line that is too long it keeps the beginning only. */
class LineSplitter {
  #line = 0
  #rest = ''
  /** The beginning of a line whose end is awaited without keeping the rest of it. */
  #long: string | undefined

  take(text: string): Line[] {
    const lines: Line[] = []
    let at = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
      this.#close(lines, text.slice(at, end))
      at = end + 1
    }
    if (this.#long === undefined) this.#rest += text.slice(at)
    if (this.#rest.length > longestLine) {
      this.#long = this.#rest.slice(0, shownCharacters)
      this.#rest = ''
    }
    return lines
  }

  finish(): Line[] {
    const lines: Line[] = []
    this.#close(lines, '')
    return lines
  }

  #close(lines: Line[], end: string): void {
    this.#line++
    const whole = this.#rest ? this.#rest + end : end
    const isCut = this.#long !== undefined || whole.length > longestLine
    const text = isCut ? (this.#long ?? whole.slice(0, shownCharacters)) : whole.trim()
    if (text) lines.push({ line: this.#line, text, isCut })
    this.#rest = ''
    this.#long = undefined
  }
}

const parseLine = ({ line, text, isCut }: Line): JsonLine => {
  if (isCut)
    return { ok: false, line, text, reason: `the line is longer than ${longestLine} characters` }
  try {
    return { ok: true, line, text, value: JSON.parse(keepNumbers(text)) as unknown }
  } catch (cause) {
    return { ok: false, line, text, reason: `no JSON: ${(cause as Error).message}` }
  }
}

const riskyNumber = /\d{16}|\d[.eE]/
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Puts numbers that would come back changed between quotes. */
const keepNumbers = (json: string): string =>
  riskyNumber.test(json)
    ? json.replace(stringOrNumber, (token) =>
        token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
      )
    : json
