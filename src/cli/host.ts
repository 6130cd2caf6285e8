import type { OutputStream } from './output/stream-sink.ts'
import type { Temporaries } from './temporaries.ts'
import type { TextStream } from './terminal/tell.ts'

/** All that a run takes from the process around it, so that tests can stand in for it. */
export type Host = {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: OutputStream
  readonly stderr: TextStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from. */
  readonly folder: string
  /** Aborted by Ctrl-C and its like, with the name of the signal as reason. */
  readonly signal: AbortSignal
  readonly temporaries: Temporaries
  /** The program's own file, which threads start from; without it all work is done in one. */
  readonly program?: URL
  /** The clock of the machine, ISO 8601. */
  now(): string
  /** Milliseconds that only go forward. */
  elapsed(): number
}
