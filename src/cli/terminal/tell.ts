import { makePaint, wantsColour } from './colour.ts'
import { toPlainLines } from './plain.ts'
import { type Progress, type ProgressOptions, startProgress } from './progress.ts'
import { cutToWidth } from './width.ts'

/** Narration: what Muster says of its work, on stderr, so that results stay clean. */
export interface Tell {
  /** What happens; `--quiet` leaves it out. */
  say(text: string): void
  /** What the reader must know; always said. */
  warn(text: string): void
  /** What helps to find a fault; only with `--verbose`. */
  detail(text: string): void
  /** Starts a step that may take over a second; drawn on a terminal only. */
  progress(label: string, options?: ProgressOptions): Progress
  /** Takes the line of progress away, before an answer is written to the same terminal. */
  clear(): void
}

/** The part of a stream that narration needs. */
export type TextStream = {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export type TellOptions = {
  readonly stream: TextStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly quiet: boolean
  readonly verbose: boolean
  elapsed(): number
}

const eraseLine = '\r\u001b[K'
const quietProgress: Progress = { advance: () => undefined, end: () => undefined }

/** Narrates to a stream; text from files is made harmless on the way. */
export const makeTell = ({ stream, env, quiet, verbose, elapsed }: TellOptions): Tell => {
  const paint = makePaint(wantsColour(stream.isTTY === true, env))
  let drawn = false
  const clear = (): void => {
    if (drawn) stream.write(eraseLine)
    drawn = false
  }
  const print = (line: string): void => {
    clear()
    stream.write(`${line}\n`)
  }
  const draw = (line: string): void => {
    stream.write(`${eraseLine}${cutToWidth(toPlainLines(line), (stream.columns || 80) - 1)}`)
    drawn = true
  }
  return {
    say: (text) => {
      if (!quiet) print(toPlainLines(text))
    },
    warn: (text) => print(`${paint('warning', 'warning:')} ${toPlainLines(text)}`),
    detail: (text) => {
      if (verbose) print(paint('faint', toPlainLines(text)))
    },
    clear,
    progress: (label, options = {}) =>
      stream.isTTY && !quiet
        ? startProgress(label, options, { draw, clear, elapsed })
        : quietProgress,
  }
}
