import { Gathered, OutputClosed, type Sink } from './sink.ts'

/** The part of a writable stream that a sink needs. */
export type OutputStream = {
  write(text: string, done: (error?: Error | null) => void): unknown
  on(event: 'error', heard: (error: Error) => void): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

const closedCodes = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'])

/** Standard output as a sink; `before` is called each time that something is about to be written. */
export const makeStreamSink = (
  stream: OutputStream,
  before: () => void = () => undefined,
): Sink => {
  // Each write reports its own failure; unheard, the event would end the process with a stack.
  stream.on('error', () => undefined)
  const gathered = new Gathered(
    (text) =>
      new Promise((resolve, reject) => {
        before()
        stream.write(text, (error) => {
          if (!error) resolve()
          else if (closedCodes.has((error as NodeJS.ErrnoException).code ?? ''))
            reject(new OutputClosed())
          else reject(error)
        })
      }),
  )
  return {
    terminal: stream.isTTY === true,
    columns: stream.columns,
    write: (text) => gathered.write(text),
    end: () => gathered.flush(),
    discard: () => gathered.drop(),
  }
}
