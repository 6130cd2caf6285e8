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

/** So many rows of a file that could not be read are told one by one. */
export const shownFaults = 5

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

/** Tells the first rows of a file that could not be read, and of how many `says` is true. */
export const tellFaults = (
  { tell }: Context,
  path: string,
  { rejected, says }: { readonly rejected: readonly RejectedRow[]; readonly says: string },
): void => {
  for (const { place, reason } of rejected.slice(0, shownFaults))
    tell.warn(`${path} ${place}: ${reason}`)
  if (rejected.length > shownFaults) tell.warn(`${path}: ${rejected.length} ${says}`)
}
