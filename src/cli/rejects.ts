import { resolve } from 'node:path'
import type { Context } from './context.ts'
import { openFileSink } from './output/file-sink.ts'
import { toJson } from './output/value.ts'

/** A row that could not be read, with its place. */
export type RejectedRow = {
  readonly place: string
  readonly reason: string
  readonly text: string
}

/** A file that takes the rows which could not be read, as JSON lines. */
export type Rejects = {
  readonly keep: (path: string, rejected: RejectedRow) => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens the file of `--rejected`, where one was named. */
export const openRejects = async (
  { folder, temporaries }: Context,
  path: string | undefined,
): Promise<Rejects | undefined> => {
  if (path === undefined) return undefined
  const sink = await openFileSink(resolve(folder, path), temporaries)
  return {
    keep: (file, { place, reason, text }) =>
      sink.write(`${toJson({ file, place, reason, text })}\n`),
    end: () => sink.end(),
  }
}
