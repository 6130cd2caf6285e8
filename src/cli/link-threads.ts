import { inThreads, serveThread, threadData } from '../engine/index.ts'
import {
  type ComparedPiece,
  type CompareInThreads,
  PairComparer,
  PairsBuilder,
  type PairsJob,
  type Piece,
} from '../identity/index.ts'

/** So many pairs are compared before threads are worth it: each is given all texts, which takes a while. */
const alone = 3_000_000

/** What a thread that links is given. */
export type LinkThread = { readonly job: 'link'; readonly pairs: PairsJob }

/**
 * Compares pairs in threads, the same pairs at any number of them. Records with several values have to
 * be compared in one, since they may meet more than once.
 */
export const comparesInThreads =
  (program: URL | undefined, count: number): CompareInThreads =>
  async (job, reach) => {
    const total = job.pieces.reduce((sum, { pairs }) => sum + pairs, 0)
    const isAnySeveral = job.recordOf.length > job.records.count
    if (!program || count < 2 || isAnySeveral || total < alone) return undefined
    const data: LinkThread = { job: 'link', pairs: share(job) as PairsJob }
    const compared = inThreads<Piece, ComparedPiece>(job.pieces, { program, count, data })
    const builder = new PairsBuilder()
    let [done, at] = [0, 0]
    for await (const piece of compared) {
      builder.add(piece)
      done += job.pieces[at++]?.pairs as number
      reach(done, total)
    }
    return builder.done()
  }

/** The same with its typed arrays in memory that threads share. */
const share = (value: unknown): unknown => {
  if (value instanceof Int32Array || value instanceof Uint8Array) {
    const { byteLength } = value
    const shared = new SharedArrayBuffer(byteLength)
    new Uint8Array(shared).set(new Uint8Array(value.buffer, value.byteOffset, byteLength))
    return value instanceof Int32Array ? new Int32Array(shared) : new Uint8Array(shared)
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value : value.map(share)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, share(part)]))
}

/** Runs in a thread: compares the pieces that it is sent. */
export const linkInThread = (): void => {
  const { pairs } = threadData() as LinkThread
  const comparer = new PairComparer(pairs)
  serveThread<Piece, ComparedPiece>((piece) => comparer.compare(piece))
}
