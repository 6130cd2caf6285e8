import { parentPort, Worker, workerData } from 'node:worker_threads'
import { MusterError } from '../model/index.ts'

/** Threads that do one job. */
export type Threads = {
  /** The file that each thread runs; it is to call `serveThread`. */
  readonly program: URL
  readonly count: number
  /** What each thread is given when it starts; memory in a `SharedArrayBuffer` is not copied. */
  readonly data: unknown
}

type Asked = { readonly id: number; readonly piece: unknown }
type Fault = { readonly code: string; readonly message: string; readonly hint?: string }
type Told = { readonly id: number; readonly result?: unknown; readonly fault?: Fault }

/** Pieces that wait at each thread beside the one it works at, so that none stands idle. */
const ahead = 2

/**
 * Does a job on pieces in threads and yields the results in the order of the pieces, at any number of
 * threads. No more pieces are taken than the threads have room for. What a thread throws is thrown
 * here; when this ends, however it ends, the threads have ended.
 */
export async function* inThreads<Piece, Result>(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  threads: Threads,
): AsyncGenerator<Result> {
  const pool = new Pool(threads)
  const waiting: Promise<unknown>[] = []
  try {
    for await (const piece of pieces) {
      const result = pool.ask(piece)
      // It is awaited in its turn; until then nobody else hears of a fault.
      result.catch(() => undefined)
      waiting.push(result)
      if (waiting.length >= threads.count * (1 + ahead)) yield (await waiting.shift()) as Result
    }
    while (waiting.length > 0) yield (await waiting.shift()) as Result
  } finally {
    await pool.end()
  }
}

type Waiting = {
  readonly thread: Thread
  readonly done: (result: unknown) => void
  readonly failed: (error: unknown) => void
}
type Thread = { readonly worker: Worker; busy: number }

class Pool {
  readonly #threads: readonly Thread[]
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #failure: unknown

  constructor({ program, count, data }: Threads) {
    this.#threads = Array.from({ length: count }, () => {
      const thread = { worker: new Worker(program, { workerData: data }), busy: 0 }
      thread.worker.on('message', (told: Told) => this.#take(told))
      thread.worker.on('error', (error) => this.#fail(error))
      thread.worker.on('exit', (code) => {
        this.#fail(new MusterError('internal', `a thread ended by itself with ${code}`))
      })
      return thread
    })
  }

  ask(piece: unknown): Promise<unknown> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    const thread = this.#threads.reduce((least, each) => (each.busy < least.busy ? each : least))
    const asked: Asked = { id: this.#asked++, piece }
    thread.busy++
    thread.worker.postMessage(asked)
    return new Promise((done, failed) => this.#waiting.set(asked.id, { thread, done, failed }))
  }

  #take({ id, result, fault }: Told): void {
    const waiting = this.#waiting.get(id)
    if (!waiting) return
    this.#waiting.delete(id)
    waiting.thread.busy--
    if (fault) waiting.failed(toError(fault))
    else waiting.done(result)
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    for (const { failed } of this.#waiting.values()) failed(this.#failure)
    this.#waiting.clear()
  }

  async end(): Promise<void> {
    for (const { worker } of this.#threads) worker.removeAllListeners('exit')
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()))
  }
}

const toError = ({ code, message, hint }: Fault): Error =>
  new MusterError(code as MusterError['code'], message, hint === undefined ? {} : { hint })

const toFault = (thrown: unknown): Fault => {
  if (thrown instanceof MusterError) {
    const { code, message, hint } = thrown
    return { code, message, ...(hint === undefined ? {} : { hint }) }
  }
  return { code: 'internal', message: thrown instanceof Error ? (thrown.stack ?? '') : `${thrown}` }
}

/** What this thread was given when it started. */
export const threadData = (): unknown => workerData

/** Does the job of this thread on each piece that it is sent. */
export const serveThread = <Piece, Result>(work: (piece: Piece) => Result): void => {
  parentPort?.on('message', ({ id, piece }: Asked) => {
    try {
      parentPort?.postMessage({ id, result: work(piece as Piece) } satisfies Told)
    } catch (thrown) {
      parentPort?.postMessage({ id, fault: toFault(thrown) } satisfies Told)
    }
  })
}
