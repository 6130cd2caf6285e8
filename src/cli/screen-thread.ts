import { serveThread, threadData } from '../engine/index.ts'
import { type Entity, MusterError } from '../model/index.ts'
import { openScreener, type StoredKey } from '../screening/index.ts'
import { type Answered, answerPiece, type Screening } from './screen-job.ts'

/** What a thread that screens is given. */
export type ScreenThread = Screening & { readonly packed: Uint8Array; readonly key: StoredKey }

/** Runs in a thread: screens the pieces that it is sent over memory that all threads share. */
export const screenInThread = (): void => {
  const { packed, key, ...screening } = threadData() as ScreenThread
  const screener = openScreener(packed, key, true)
  if ('unfit' in screener) throw new MusterError('internal', `the index: ${screener.unfit}`)
  serveThread<readonly Entity[], Answered>((subjects) => answerPiece(screener, screening, subjects))
}
