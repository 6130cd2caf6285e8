import { availableParallelism } from 'node:os'
import { inThreads } from '../engine/index.ts'
import type { Entity } from '../model/index.ts'
import type { Context } from './context.ts'
import { type Answered, answerPiece, type Screening } from './screen-job.ts'
import type { ScreenThread } from './screen-thread.ts'
import type { UsedScreener } from './screener-used.ts'

/** Subjects of one piece. */
const pieceSize = 256

/** So many subjects are answered before threads are started, which takes a while. */
const alone = 8 * pieceSize

type Subjects = AsyncIterable<Entity> | Iterable<Entity>

/** Answers subjects in order, in threads where there are many of them: the same text at any number. */
export async function* screenAll(
  context: Context,
  used: UsedScreener,
  screening: Screening,
  subjects: Subjects,
): AsyncGenerator<Answered> {
  const pieces = toPieces(subjects)
  const workers = context.settings['screen.workers'] || availableParallelism()
  const { program } = context
  let asked = 0
  for (;;) {
    if (program && workers > 1 && asked >= alone) break
    const next = await pieces.next()
    if (next.done) return
    asked += next.value.length
    yield answerPiece(used.screener, screening, next.value)
    // A run that only computes would never see Ctrl-C.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { packed, key } = used.pack()
  const data: ScreenThread = { ...screening, packed, key }
  yield* inThreads<readonly Entity[], Answered>(pieces, {
    program: program as URL,
    count: workers,
    data,
  })
}

async function* toPieces(subjects: Subjects): AsyncGenerator<readonly Entity[]> {
  let piece: Entity[] = []
  for await (const subject of subjects) {
    piece.push(subject)
    if (piece.length < pieceSize) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}
