import { main } from './main.ts'
import { makeTemporaries } from './temporaries.ts'

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => {
    // The second time somebody means it.
    if (stop.signal.aborted) process.exit(130)
    stop.abort(name)
  })

const temporaries = makeTemporaries()
process.on('exit', () => temporaries.removeAll())
process.stderr.on('error', () => undefined)

process.exit(
  await main(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    folder: process.cwd(),
    signal: stop.signal,
    temporaries,
    now: () => new Date().toISOString(),
    elapsed: () => performance.now(),
  }),
)
