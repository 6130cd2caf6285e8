import { explainFault } from './fault.ts'
import { readFlags } from './flags.ts'
import type { Host } from './host.ts'
import { OutputClosed } from './output/sink.ts'
import { makeProgram, type Parsed } from './program.ts'
import { makePaint, wantsColour } from './terminal/colour.ts'
import { makeTell } from './terminal/tell.ts'
import { findHelpExit, toUsageError } from './usage.ts'
import { welcome } from './welcome.ts'

/** Exit codes of a run that a signal ended: 128 and the number of the signal. */
const signalExits: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** Understands the command line, runs the command and gives the exit code; never throws. */
export const main = async (words: readonly string[], host: Host): Promise<number> => {
  const paintError = makePaint(wantsColour(host.stderr.isTTY === true, host.env))
  try {
    return await Promise.race([obey(words, host), interrupted(host)])
  } catch (thrown) {
    if (thrown instanceof OutputClosed) return 0
    const verbose = words.includes('--verbose') || words.includes('-v')
    const fault = explainFault(thrown, { paint: paintError, verbose })
    host.stderr.write(fault.text)
    return fault.exit
  }
}

const obey = async (words: readonly string[], host: Host): Promise<number> => {
  const paint = makePaint(wantsColour(host.stdout.isTTY === true, host.env))
  const write = (text: string): void => {
    host.stdout.write(text, () => undefined)
  }
  if (words.length === 0) {
    write(welcome(paint))
    return 0
  }
  let exit = 0
  const program = makeProgram({
    write,
    writeError: (text) => host.stderr.write(text),
    width: host.stdout.columns || 80,
    run: async (parsed) => {
      exit = await runParsed(parsed, host)
    },
  })
  try {
    // `muster help screen` is what people type; `screen --help` loads the command that it explains.
    await program.parse(words[0] === 'help' ? [...words.slice(1), '--help'] : words)
    return exit
  } catch (thrown) {
    const helped = findHelpExit(thrown)
    if (helped === undefined) throw toUsageError(thrown, program.typed())
    return helped
  }
}

const runParsed = async (parsed: Parsed, host: Host): Promise<number> => {
  const { command, given, shared } = parsed
  const text = (key: string): string | undefined => shared[key] as string | undefined
  const tell = makeTell({
    stream: host.stderr,
    env: host.env,
    quiet: shared.quiet === true,
    verbose: shared.verbose === true,
    elapsed: host.elapsed,
  })
  const flags = readFlags(parsed)
  // Help and version need no settings.
  const { runCommand } = await import('./run.ts')
  return runCommand(
    { command, given, flags, format: text('format'), output: text('output') },
    host,
    tell,
  )
}

const interrupted = ({ signal, stderr }: Host): Promise<number> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      stderr.write('\nmuster: stopped\n')
      resolve(signalExits[String(signal.reason)] ?? 130)
    })
  })
