import { expect, test } from 'vitest'
import { inThreads } from './pool.ts'

/** A thread that doubles numbers after a while of their own, and fails as it is told. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    parentPort.on('message', ({ id, piece }) => {
      if (piece === 'die') process.exit(3)
      if (piece === 'throw') throw new Error('thrown')
      const told = piece === 'refuse'
        ? { id, fault: { code: 'file-malformed', message: 'refused', hint: 'do' } }
        : { id, result: piece * workerData }
      setTimeout(() => parentPort.postMessage(told), (piece * 7) % 5)
    })`)}`,
)

const gather = async (pieces: Iterable<unknown>, count: number): Promise<unknown[]> => {
  const all: unknown[] = []
  for await (const each of inThreads(pieces, { program, count, data: 2 })) all.push(each)
  return all
}

test.each([1, 2, 5])('results come in the order of the pieces from %i threads', async (count) => {
  const pieces = Array.from({ length: 60 }, (_, k) => k)
  expect(await gather(pieces, count)).toEqual(pieces.map((k) => 2 * k))
})

test('no pieces need no results', async () => {
  expect(await gather([], 2)).toEqual([])
})

test('pieces are taken only as the threads have room for them', async () => {
  let taken = 0
  function* pieces(): Generator<number> {
    for (let k = 0; k < 1_000; k++) {
      taken++
      yield k
    }
  }
  for await (const _ of inThreads(pieces(), { program, count: 2, data: 1 })) break
  expect(taken).toBeLessThan(10)
})

test.each([
  ['refuse', { code: 'file-malformed', message: 'refused', hint: 'do' }],
  ['throw', { message: 'thrown' }],
  ['die', { code: 'internal' }],
])('a thread that comes to "%s" ends the work with its error', async (piece, error) => {
  await expect(gather([1, 2, piece, 3, 4, 5, 6, 7, 8, 9], 2)).rejects.toMatchObject(error)
})
