import { isMainThread, workerData } from 'node:worker_threads'
import type { LinkThread } from './link-threads.ts'
import { main } from './main.ts'
import { makeTemporaries } from './temporaries.ts'

const runProgram = async (): Promise<never> => {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      // The second time somebody means it.
      if (stop.signal.aborted) process.exit(130)
      stop.abort(name)
    })

  const temporaries = makeTemporaries()
  process.on('exit', () => temporaries.removeAll())
  // A reader that goes away is told by the write itself; unheard, the event would end in a stack.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

  const exit = await main(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    folder: process.cwd(),
    signal: stop.signal,
    temporaries,
    program: new URL(import.meta.url),
    now: () => new Date().toISOString(),
    elapsed: () => performance.now(),
  })

  // Some systems write to pipes later; leaving at once would cut the answer off.
  const written = (stream: NodeJS.WriteStream): Promise<void> =>
    new Promise((resolve) => {
      stream.write('', () => resolve())
    })
  await Promise.all([written(process.stdout), written(process.stderr)])
  return process.exit(exit)
}

// Threads start from the same file, so that one program is all there is.
if (isMainThread) await runProgram()
else if ((workerData as Partial<LinkThread>).job === 'link')
  (await import('./link-threads.ts')).linkInThread()
else (await import('./screen-thread.ts')).screenInThread()
